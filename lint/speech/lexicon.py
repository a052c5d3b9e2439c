"""The words that the model knows: verbs of saying, titles, offices, institutions, documents, the unnamed.

Lists are closed classes of news copy (AP and Reuters stylebooks on titles and sourcing), in normal form.
"""

from __future__ import annotations

from ..text.attribution import SAYING

_SAYS = (
    "say says said saying tell tells told telling add adds added adding ask asks asked asking write writes wrote "
    "written "
    "writing tweet tweets tweeted tweeting argue argues argued arguing warn warns warned warning insist insists "
    "insisted "
    "insisting note notes noted noting announce announces announced announcing assert asserts asserted asserting "
    "allege "
    "alleges alleged alleging contend contends contended contending maintain maintains maintained maintaining declare "
    "declares declared declaring explain explains explained explaining admit admits admitted admitting acknowledge "
    "acknowledges acknowledged acknowledging concede concedes conceded conceding confirm confirms confirmed confirming "
    "deny denies denied denying suggest suggests suggested suggesting state states stated stating report reported "
    "reporting reply replies replied replying respond responds responded responding remark remarks remarked remarking "
    "reveal reveals revealed revealing recall recalls recalled recalling testify testifies testified testifying "
    "predict "
    "predicts predicted predicting estimate estimates estimated estimating conclude concludes concluded concluding "
    "complain complains complained complaining claim claims claimed claiming continue continues continued joke joked "
    "jokes quip quips quipped caution cautions cautioned cautioning counter countered counters vow vows vowed vowing "
    "pledge pledged pledges promise promised promises post posted posts stress stressed stresses stressing emphasize "
    "emphasized emphasizes emphasizing observe observed observes boast boasted boasts lament lamented laments urge "
    "urged "
    "urges demand demanded demands reiterate reiterated reiterates reiterating conclude exclaim exclaimed shout "
    "shouted "
    "yell yelled comment commented comments wonder wondered wonders read reads find found finds show shows showed "
    "reading "
    "reports remember remembers remembered intimated remind reminds reminded pledging promising ruled "
    "signal signals signaled signalled signaling signalling indicate indicates indicated indicating hint hints hinted "
    "hinting imply implies implied implying agree agreed agrees disclose disclosed discloses disclosing recount "
    "recounted "
    "recounts recounting speculate speculated speculates opined opines concur concurred volunteered ventured fumed "
    "griped grumbled proclaim proclaimed proclaims projected forecast forecasts recommend recommended "
    "recommends clarified clarifies theorized charged estimating informed assured assures "
    "shown brags bragged bragging reminding posit posits posited inform informs informing notify "
    "notified notifies notifying reaffirm reaffirmed reaffirms reaffirming intone intones intoned gush gushes gushed "
    "surmise surmised surmises theorize theorizes opine attest attested attests emphasise emphasised emphasises "
    "confess confessed confesses confessing divulged divulges fret frets fretted reckon reckons reckoned "
    "mused muses fumes gripes grumbles laments"
)
TELLS = frozenset(_SAYS.split())
"""Forms of the verbs that report what is said in the writer's words, too."""

WITH_THAT = frozenset(
    "dispute disputes disputed disputing hold holds held holding teach teaches taught mention mentions mentioned "
    "mentioning propose proposes proposed advise advises advised advising provide provides specify specifies specified "
    "protest protests protested pleaded plead repeat repeats repeated repeating affirm affirms affirmed affirming "
    "stipulate stipulates stipulated stipulating certify certifies certified guarantee guarantees guaranteed swear "
    "swears swore decree decreed decrees mandates dictates rules determine determined determines reason reasoned reasons "
    "relayed relays counsel counseled hypothesize hypothesized offered preached preaches volunteer retorted retorts "
    "finding ruling charging highlight highlights highlighted scoff scoffed scoffs marveled marvels "
    "underlined underscored".split()
)
"""Forms of verbs that report what is said where "that" follows, and have other uses where it does not."""

ONLY_DOCUMENTS = frozenset("read reads reading find found finds show shows showed shown".split())
"""Of those, verbs by which only documents and institutions say."""

BARE = frozenset(
    "say says said saying add adds added adding argue argues argued insist insists insisted contend contends "
    "contended show shows showed found finds assert asserted joked quipped tweeted suggested warned believes claimed "
    "claims claim suggest "
    "alleged alleges suggests noted notes explained explains acknowledged acknowledges warned warns denied denies "
    "admitted admits conceded concedes confirmed confirms announced reported reports predicted predicts recalled "
    "stressed "
    "noting arguing insisting claiming warning explaining acknowledging suggesting asserting contending alleging "
    "signaled signalled indicated indicates estimated estimates concluded concludes revealed reveals testified "
    "promised "
    "vowed maintains maintained declared complain complains complained boasted hinted projected disclosed informed assured ruled "
    "shown".split()
)
"""Of those, the verbs after which a clause may stand without "that"."""

SUBJECTS = frozenset("he she they it there we i you that's it's he's she's they're".split())
"""Words that begin a clause after any verb of saying."""

QUOTING = SAYING | TELLS | frozenset(
    "continue continues continued continuing conclude concluded offer offered offers thunder thundered intone intoned "
    "muse mused scoff scoffed marvel marveled snap snapped rail railed bemoan bemoaned slam slammed blast blasted rip "
    "ripped deride derided label labeled labelled brand branded dub dubbed term termed deem deemed consider "
    "considered compare compared liken likened paint painted attack attacked defend defended discuss discussed "
    "mention mentioned echo echoed proclaim proclaimed invoke invoked admonish admonished chide chided taunt taunted "
    "ridicule ridiculed caption captioned beg begged pray answer answers answered protest protests protested "
    "protesting crow crows crowed puts thinking remember remembers remembered intimated remind reminds reminded "
    "underlined roar roars roared chant chants chanted chanting interject interjected retort retorted elaborate "
    "elaborated clarify clarified wrote warn summarize summarized summed sum acknowledge worry worries worried laugh "
    "laughed smile smiled nod nodded sigh sighed encouraged encourages".split()
)  # fmt: skip
"""Forms of all verbs whose subject speaks the quotation in their sentence."""

INVERTS = frozenset(
    "said says added adds wrote writes asked asks replied explained explains argued argues warned warns noted notes "
    "tweeted recalled joked quipped concluded continued cried exclaimed declared observed remarked announced insisted "
    "responded stated asserted shouted wondered posted testified mused predicted reads read urged complained vowed "
    "demanded advised admitted claimed confirmed conceded acknowledged lamented boasted reiterated stressed "
    "emphasized agreed suggested yelled whispered commented cautioned countered answered promised reported "
    "reports roared chanted chants cautions complains".split()
)
"""Forms after which the speaker may stand: “…,” said Ann Lee."""

THINKS = frozenset(
    "expect expects expected think thinks thought fear fears feared believe believes believed hope hopes hoped doubt "
    "doubts doubted feel feels felt consider considers considered".split()
)
"""Forms of verbs of thinking, which what is said may hold."""

ACTS = frozenset(
    "said told asked tweeted wrote spoke argued insisted joked replied tried wanted refused declined decided agreed "
    "apologized apologised resigned praised blamed accused condemned criticized criticised "
    "voted grinned smiled laughed knew met begged promised vowed".split()
)
"""Verbs, in the past, of which only people, or bodies that are taken for people, are the subject."""

TAKES_HEARER = frozenset(
    "told tell tells telling asked asks ask warned urged remind reminds reminded assured assures informed inform "
    "informs informing notify notified notifies notifying".split()
)

BE = frozenset("is was were are been be being 's 're".split())
AUXILIARIES = BE | frozenset("has have had having 've 'd do does did".split())
MODALS = frozenset("will would can could may might shall should must 'll won't wouldn't can't couldn't".split())
NEGATIONS = frozenset("not never didn't doesn't don't hasn't haven't hadn't no nor neither cannot".split())
ADVERBS = frozenset(
    "also later then further again first once earlier still even just now twice often always previously repeatedly "
    "recently and himself herself themselves itself too there both all each have has had".split()
)
BEFORE_CLAUSE = frozenset(
    "and but or nor while as that because when where after before though although if than what which whereas so since "
    "until whether how why yet once".split()
)
PREPOSITIONS = frozenset(
    "of for in on at by with from to about over under against between among into during through after before without "
    "within across amid despite like near outside inside toward towards upon off".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her their its our my one two three four five six seven eight nine ten several "
    "some many most other another both all few no any each every dozens hundreds".split()
)
INDEFINITE = frozenset("a an one two three four five six several some another other many most few".split())
FINITE = AUXILIARIES | MODALS | frozenset("who whom whose which that when where if because although though".split())

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
TIMES = frozenset("week month year weekend spring summer autumn fall winter".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
PARTS_OF_DAY = frozenset("morning afternoon evening night".split())

HE = frozenset(["he"])
SHE = frozenset(["she"])
THEY = frozenset(["they"])
IT = frozenset(["it"])
PRONOUNS = HE | SHE | THEY | IT
WRITERS = frozenset(["i", "we", "you"])

NOT_SPEAKERS = frozenset(
    "no nos monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december jan feb aug sept oct nov dec it's there here today yesterday tomorrow click "
    "read related what why how when where who editor's note ad advertisement photo image correction update updated".split()
)

MALE_TITLES = frozenset("mr mr. sir lord king prince father brother".split())
FEMALE_TITLES = frozenset("ms ms. mrs mrs. miss dame lady queen princess sister mme".split())
MALE = MALE_TITLES | frozenset(
    "spokesman chairman congressman businessman councilman assemblyman policeman man son husband father brother uncle "
    "grandfather king prince actor waiter salesman fisherman boy pope lawman newsman anchorman".split()
)
FEMALE = FEMALE_TITLES | frozenset(
    "spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman policewoman woman daughter wife "
    "mother sister aunt grandmother queen princess actress waitress widow girl first-lady anchorwoman".split()
)

TITLES = frozenset(
    "mr mrs ms miss dr mx sir dame lord lady sen sens senator senators judges rep reps representative gov governor "
    "mayor gen "
    "general lt col colonel maj major capt captain sgt sergeant cmdr commander adm admiral cpl pfc spc prof professor "
    "rev reverend fr father judge justice justices secretary attorney chairman chairwoman chair speaker leader whip "
    "director chief king queen prince princess pope saint president vice-president premier minister chancellor "
    "ambassador congressman congresswoman rabbi imam cardinal bishop archbishop sheriff detective officer deputy "
    "inspector superintendent commissioner councilman councilwoman councillor councilor alderman treasurer "
    "comptroller envoy undersecretary administrator coach counsel counselor adviser advisor spokesman spokeswoman "
    "spokesperson sister brother nominee candidate ayatollah sheikh emir sultan taoiseach msgr hon pastor lawyer "
    "correspondent anchor host reporter editor analyst strategist ceo founder co-founder gov-elect president-elect "
    "lieutenant corporal private majesty executive investigator prosecutor agent economist democrat republican "
    "editor-in-chief commander-in-chief controller del delegate magistrate assemblyman assemblywoman councilmember "
    "selectman selectwoman supervisor fellow".split()
)
"""Words before a name that are title or office. What follows the last of them is the name."""

CALLED = {
    "rep": ("representative", "lawmaker", "congressman", "congresswoman"),
    "sen": ("senator", "lawmaker"),
    "senator": ("lawmaker",),
    "congressman": ("lawmaker",),
    "congresswoman": ("lawmaker",),
    "gov": ("governor",),
    "prof": ("professor",),
    "gen": ("general",),
    "ayatollah": ("cleric",),
    "imam": ("cleric",),
    "rev": ("reverend", "pastor", "minister"),
}
"""Titles by the nouns that copy goes on with: Sen. Ann Lee, then "the senator"."""

ROLES = TITLES | frozenset(
    "spokespeople official officials aide aides manager partner owner author writer journalist columnist scholar "
    "fellow researcher scientist expert experts analysts consultant pollster activist advocate organizer operative "
    "donor member lawmaker legislator politician diplomat teacher student doctor nurse physician pediatrician "
    "psychologist historian engineer banker trader investor farmer worker driver resident neighbor neighbour witness "
    "victim survivor veteran soldier pilot singer actor actress player artist musician designer chef customer voter "
    "supporter critic opponent father mother son daughter husband wife brother sister friend cousin uncle aunt widow "
    "girlfriend boyfriend man woman head president dean principal provost vice co-chair co-author co-host colleague "
    "executive vice-chair "
    "mp mep coordinator representative delegate negotiator ombudsman planner lobbyist demographer epidemiologist "
    "virologist climatologist sociologist biologist physicist professor lecturer instructor publisher producer "
    "filmmaker blogger commentator surrogate master headmaster harbourmaster pundit assistant associate staffer "
    "specialist fundraiser mega-donor editor trustee ranger paramedic firefighter parishioner plaintiff defendant "
    "litigator rival challenger incumbent contender frontrunner front-runner businessman businesswoman entrepreneur "
    "mogul billionaire immigrant migrant refugee chairperson congressman ex-president ex-husband ex-wife coroner "
    "campaigner cleric rapporteur respondent magistrate minister lawyer barrister solicitor trainer therapist librarian "
    "eyewitness accountant curator".split()
)
"""Nouns that say what somebody is."""

TOWARDS_ROLE = frozenset(
    "former then senior chief top deputy assistant acting interim press foreign prime vice ex- longtime veteran "
    "leading ranking current retired conservative liberal progressive moderate republican democratic gop independent "
    "political legal policy communications campaign national state local federal research managing executive general "
    "founding house senate staff security defense defence finance health police fire school law science history "
    "economics party majority minority opposition presidential gubernatorial white american british russian french "
    "german israeli iranian chinese japanese fellow high-ranking outgoing incoming associate co regional district "
    "city county media special public relations affairs data climate budget tax trade immigration cable news tv "
    "radio fox cnn "
    "nbc abc cbs msnbc npr bbc 2012 2016 2020 hopeful lead".split()
)

ORG_NOUNS = frozenset(
    "ministry department agency company companies government police court courts campaign administration group groups "
    "organization organisation office firm bank university committee commission council association union party panel "
    "board bureau network newspaper paper magazine website station institute foundation center centre coalition army "
    "military navy force school college hospital church team club league federation authority service services "
    "airline manufacturer carmaker automaker retailer regulator watchdog embassy parliament congress senate house "
    "cabinet kremlin pentagon state city county district nonprofit charity think-tank tank outlet publication "
    "broadcaster fund channel site blog corporation contractor developer utility institution lab laboratory company's "
    "opposition startup weekly tabloid giant alliance society militia militants taliban troupe chamber conference caucus jury "
    "task-force "
    "committee's".split()
)
ORG_WORDS = ORG_NOUNS - {"state", "city", "house", "giant", "paper", "force"} | frozenset(
    "inc corp co ltd llc plc gmbh ag sa motors airlines airways systems technologies energy industries group times "
    "post journal news press herald tribune guardian telegraph mirror gazette reuters today week weekly review "
    "observer chronicle globe sentinel dispatch inquirer bulletin monitor reporter politico treasury nations "
    "representatives parenthood democracy action project fund trust initiative program programme brothers partners "
    "associates securities research studies affairs house ministry defense defence justice homeland centers forces "
    "guard corps legislature assembly brigade exchange reserve academy museum library laboratories labs international "
    "global holdings capital media entertainment pictures studios records stores markets foods pharmacy "
    "pharmaceuticals network organisation organization medical healthcare insurance bank airport authority security "
    "advocates republic kingdom emirates study survey report index states islands union nation watch voice hill "
    "beast wire patrol caller "
    "staff chiefs intercept atlantic economist command health healthcare agency poll".split()
)
"""Words of a name that make it an institution's."""

ISSUED = frozenset(
    "statement update tweet post letter email e-mail memo note message release op-ed essay column video blog article "
    "interview speech remarks testimony announcement thread tweets letters emails ad advertisement memorandum".split()
)
"""Documents that speak for whoever issued them."""

DOCUMENTS = ISSUED | frozenset(
    "report study lawsuit complaint filing filings documents document survey poll analysis indictment affidavit "
    "ruling opinion order bill law petition book paper transcript dossier motion suit decision resolution headline ad "
    "sign advertisement editorial website cable audit review records papers emails guidelines guidance notice policy "
    "brief warrant summary findings investigation plan constitution act amendment agreement text caption banner "
    "poster dictionary charter manifesto draft story article tweet platform pamphlet data figures results page "
    "rankings ranking studies analyses inquiries inquiry pitch profile appeal podcast statistics reports piece card "
    "signs banners t-shirt t-shirts shirt shirts hat hats sticker placard flyer label "
    "numbers rule rules regulation regulations blueprint framework handbook manual textbook "
    "directive deposition excerpt obituary leaflet lawsuits polls surveys "
    "note piece research statute statutes polling bulletin list tally briefing bio biography".split()
)

KIN = frozenset(
    "lady wife husband son daughter brother sister father mother cousin uncle aunt nephew niece widow".split()
)
"""Nouns by which somebody is told of as another's relative."""

UNNAMED = frozenset(
    "official officials source sources person people aide aides lawmaker lawmakers diplomat diplomats officer "
    "officers employee employees adviser advisers advisor advisors executive executives staffer staffers insider "
    "insiders operative operatives individual individuals participant participants attendee attendees colleague "
    "colleagues friend friends associate associates someone somebody member members republican republicans democrat "
    "democrats senator congressman donor donors strategist confidant ally supporter agent agents informant "
    "whistleblower".split()
)
"""Nouns by which those who are not named are called."""

PEOPLE = UNNAMED | frozenset(
    "those critics experts prosecutors residents analysts economists scientists researchers investigators authorities "
    "voters supporters opponents activists advocates protesters witnesses lawyers attorneys doctors teachers students "
    "parents workers leaders ministers judges justices senators spokespeople organizers organisers historians "
    "scholars lawmakers legislators politicians conservatives liberals progressives observers reporters journalists "
    "pollsters strategists police firefighters neighbors neighbours relatives family families farmers investors "
    "traders pundits skeptics defenders proponents detractors engineers managers owners authors writers commentators "
    "women men others some many respondents editors donors fundraisers locals aides officials regulators pilots "
    "allies signatories challengers foes rivals survivors commanders executives bosses insurers employers unions "
    "tenants "
    "soldiers troops rebels migrants refugees immigrants victims moderates respondents viewers readers passengers "
    "shoppers consumers drivers guests listeners outlets agencies newspapers networks magazines websites stations "
    "universities hospitals ministries governments banks firms organizations organisations airlines retailers "
    "manufacturers regulators broadcasters publications colleges nonprofits charities couple pair duo media "
    "eyewitnesses".split()
) | frozenset(
    role + "s" for role in ROLES - {"general", "major", "private", "head", "lead", "host", "vice", "whip"}
    if not role.endswith(("s", "man", "woman", "wife"))
)  # fmt: skip
"""Plural nouns that name people, and those by which the unnamed are called."""

ANONYMITY = (
    "anonymity", "not to be named", "not to be identified", "not be named", "not be identified", "declined to be named",
    "declined to be identified", "refused to be named", "allow themselves to be identified", "on background",
    "not authorized to", "not authorised to", "wasn't authorized", "weren't authorized", "familiar with", "briefed on",
    "close to the", "with knowledge of", "with direct knowledge", "withheld", "requested anonymity",
)  # fmt: skip
"""Phrases, lower case, by which copy says that a source has no name."""
