"""Names that are known for what they are: states, capitals, papers, firms, agencies, groups, documents.

Readers know them without an introduction, so that copy gives none (AP Stylebook, "abbreviations and acronyms", "newspaper
names"). In normal form, without the article and the possessive ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .records import SpeakerKind


def _lines(text: str) -> frozenset[str]:
    return frozenset(name for line in text.splitlines() for part in line.split(",") if (name := part.strip()))


PLACES = frozenset(
    "washington moscow beijing brussels tehran london berlin paris tokyo seoul pyongyang kyiv kiev jerusalem ankara "
    "damascus baghdad kabul riyadh delhi islamabad cairo havana caracas canberra ottawa vienna geneva rome madrid athens "
    "warsaw budapest prague copenhagen stockholm oslo helsinki lisbon dublin belgrade minsk tbilisi hanoi jakarta manila "
    "bangkok taipei doha muscat amman beirut tripoli sanaa khartoum nairobi pretoria "
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh "
    "barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burma burundi "
    "cambodia cameroon canada chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england "
    "eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada guatemala guinea guyana "
    "haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya korea "
    "kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia "
    "madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco "
    "mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay "
    "peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore "
    "slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga "
    "tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia "
    "zimbabwe jordan saudi arabia "
    "america california texas florida alabama alaska arizona arkansas colorado connecticut delaware hawaii idaho illinois "
    "indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana "
    "nebraska nevada ohio oklahoma oregon pennsylvania tennessee utah vermont wisconsin wyoming york europe africa "
    "asia".split()
)
"""Names of one word of states and capitals, which speak for their governments."""

KNOWN_ORGS = PLACES | frozenset(
    "google apple microsoft amazon facebook twitter uber tesla boeing airbus walmart netflix disney ford toyota lyft airbnb "
    "nike merck pfizer moderna gilead novartis bayer roche astrazeneca sanofi exxon exxonmobil chevron shell gazprom rosneft "
    "aramco huawei samsung volkswagen daimler bmw honda nissan hyundai sony nintendo panasonic hitachi siemens nokia ericsson "
    "alibaba tencent bytedance baidu tiktok reddit spotify paypal mastercard intel cisco qualcomm nvidia linkedin pinterest "
    "skype zoom slack dropbox ebay etsy groupon yelp zillow robinhood coinbase blackrock citigroup citi barclays hsbc ubs "
    "deutsche santander nomura vanguard nasdaq fitch equifax experian costco kroger safeway aldi lidl ikea starbucks "
    "mcdonald's wendy's chipotle pepsi pepsico nestle unilever monsanto cargill tyson halliburton raytheon lockheed northrop "
    "fedex ups amtrak greyhound ryanair lufthansa comcast verizon sprint vodafone univision telemundo foxconn wework "
    "spacex palantir theranos "
    "reuters bloomberg politico buzzfeed vox newsweek breitbart axios slate salon gizmodo mashable techcrunch xinhua tass "
    "interfax kyodo yonhap haaretz msnbc cnbc huffpost realclearpolitics fivethirtyeight oregonian youtube instagram snapchat "
    "whatsapp wikipedia forbes infowars townhall redstate newsmax "
    "gallup quinnipiac rasmussen nielsen "
    "congress parliament kremlin pentagon knesset bundestag duma politburo interpol europol unesco unicef unhcr opec asean "
    "hamas hezbollah taliban isis isil wikileaks treasury fed nato fbi cia epa nasa teamsters greenpeace oxfam everytown "
    "moveon harvard yale princeton stanford dartmouth georgetown berkeley antifa qanon".split()
)
"""Names of one word that are institutions or states, which speak as such."""

GROUP_NAMES = frozenset(
    "republicans democrats conservatives liberals progressives americans russians chinese iranians israelis palestinians "
    "europeans ukrainians britons germans french turks kurds syrians iraqis christians muslims jews moderates evangelicals "
    "catholics protestants mormons hindus sikhs tories labour greens libertarians texans californians yorkers jerseyans "
    "houthis rebels marines democrat-controlled leftists rightists socialists communists nationalists independents".split()
)

DEMONYMS = frozenset(
    "american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian "
    "polish hungarian czech greek turkish russian ukrainian european swedish norwegian danish finnish israeli palestinian "
    "iranian iraqi syrian lebanese egyptian libyan saudi yemeni afghan pakistani indian chinese japanese korean taiwanese "
    "vietnamese filipino australian canadian mexican cuban venezuelan brazilian argentine colombian chilean african nigerian "
    "kenyan ethiopian somali asian arab latino hispanic serbian croatian bosnian romanian bulgarian albanian georgian "
    "armenian thai indonesian malaysian burmese cambodian peruvian bolivian haitian jamaican jordanian kuwaiti qatari "
    "emirati tunisian algerian moroccan sudanese ugandan rwandan congolese ghanaian zimbabwean estonian latvian lithuanian "
    "belarusian icelandic".split()
)
"""Words that say of what country somebody or something is, which name nobody."""

COUNTRY_OF = dict(
    pair.split(":")
    for pair in (
        "american:america british:britain french:france german:germany italian:italy spanish:spain polish:poland "
        "hungarian:hungary greek:greece turkish:turkey russian:russia ukrainian:ukraine israeli:israel iranian:iran "
        "iraqi:iraq syrian:syria lebanese:lebanon egyptian:egypt libyan:libya saudi:saudi yemeni:yemen "
        "afghan:afghanistan pakistani:pakistan indian:india chinese:china japanese:japan australian:australia "
        "canadian:canada mexican:mexico cuban:cuba venezuelan:venezuela brazilian:brazil colombian:colombia"
    ).split()
)
"""Countries by what their people and bodies are called."""

_BODIES = _lines(
    """north korea, south korea, saudi arabia, new zealand, sri lanka, el salvador, costa rica, puerto rico, hong kong
    south africa, south sudan, ivory coast, sierra leone, burkina faso, east timor, papua new guinea, dominican republic
    trinidad and tobago, czech republic, united kingdom, united states, great britain, northern ireland, west bank, gaza strip
    north carolina, south carolina, north dakota, south dakota, new hampshire, new jersey, new mexico, new york, rhode island
    west virginia, virginia, georgia, new york city, los angeles, san francisco, new orleans, las vegas, san diego
    new yorker, vanity fair, rolling stone, mother jones, national review, washington examiner, daily mail, daily express
    al jazeera, al arabiya, agence france-presse, der spiegel, die welt, le monde, le figaro, el pais, la repubblica, bild
    politifact, factcheck.org, snopes, drudge report, project veritas, judicial watch, center square, free beacon
    red cross, doctors without borders, save the children, common cause, citizens united, emily's list, amnesty international
    black lives matter, lambda legal, human rights watch, human rights campaign, moms demand action, sierra club, tea party
    planned parenthood, club for growth, heritage action, americans for prosperity, freedomworks, fix the debt, boko haram
    al qaeda, al-qaeda, al shabab, al-shabab, al nusra, lashkar-e-taiba, boy scouts, girl scouts, salvation army, proud boys
    oath keepers, ku klux klan, muslim brotherhood, catholic church, vatican, holy see, scotland yard, buckingham palace
    downing street, capitol hill, wall street, silicon valley, foggy bottom, secret service, coast guard, air force
    lockheed martin, general electric, general motors, goldman sachs, jpmorgan chase, jp morgan, wells fargo, morgan stanley
    bank of america, merrill lynch, credit suisse, lehman brothers, bear stearns, fannie mae, freddie mac, johnson & johnson
    johnson and johnson, procter & gamble, exxon mobil, royal dutch shell, delta air lines, best buy, home depot, burger king
    taco bell, whole foods, hobby lobby, chick-fil-a, dow jones, t-mobile, sinclair broadcast, clear channel, cambridge analytica
    customs and border protection, immigration and customs enforcement, moody's analytics, standard & poor's
    army corps of engineers, 9th circuit, ninth circuit, scotus, blue dogs, freedom caucus, problem solvers caucus"""
)
"""Bodies whose names do not say that they are bodies."""

_DOCUMENTS = _lines(
    """affordable care act, patriot act, voting rights act, civil rights act, hyde amendment, first amendment
    second amendment, fourth amendment, bill of rights, magna carta, green new deal, dodd-frank, obamacare, koran, quran, bible
    constitution, steele dossier, nunes memo, starr report, mueller report, farm bill, geneva conventions"""
)
FIELDS = frozenset(
    "affairs agriculture atmospheric border budget business civil climate commerce conservation control cooperation culture "
    "customs defense defence development domestic drug economic economics education energy engineering environment "
    "environmental ethics explosives families financial firearms fisheries food foreign forestry government health "
    "history homeland housing human immigration industry infrastructure innovation international justice labor labour "
    "law liberties means medical medicine natural parks pensions policy prevention priorities protection public "
    "quality reform regional relations research resources responsibility rights rural safety science sciences security "
    "services social society sport sports statistics strategic studies technology tobacco tourism trade training "
    "transport transportation urban welfare wildlife work".split()
)
"""What bodies of government and study have in their names after "and"."""

_PAPERS = frozenset(
    "star bee sun mail register enquirer examiner courier constitution standard express record advertiser telegram "
    "transcript intelligencer picayune advocate argus ledger leader banner capital union-tribune star-telegram magazine "
    "republic gazette post-gazette post-dispatch plain-dealer patriot-news commercial-appeal review-journal".split()
)
"""Last words of the names of papers, which alone are no bodies."""

_PAIRED = _PAPERS | {"tribune", "journal", "times", "news", "herald", "post", "chronicle"}

NO_SURNAMES = frozenset(
    "corporation corp inc foundation institute institution university college hospital airlines group company bank party "
    "association news network systems".split()
)
"""Words that end a body's name though a first name stands before them: Rand Corporation, Howard University."""

_WRITTEN = frozenset("act amendment treaty resolution accord charter declaration memo dossier rules code".split())
"""Last words of the names of documents."""


def kind(norms: Sequence[str], *, surnamed: bool) -> SpeakerKind | None:
    """What a name is known for, or None. `surnamed` says that its first word is a first name."""
    name = " ".join(norms)
    if name in _DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if name in _BODIES:
        return SpeakerKind.INSTITUTION
    if len(norms) < 2 or surnamed:
        return None
    if norms[-1] in _WRITTEN:
        return SpeakerKind.DOCUMENT
    paper = norms[-1] in _PAPERS or _is_paper(norms[-1])
    return SpeakerKind.INSTITUTION if paper else None


def _is_paper(word: str) -> bool:
    """Whether a word with a hyphen is the name of two papers made one: Star-Tribune, Journal-Constitution."""
    _, hyphen, last = word.partition("-")
    return bool(hyphen) and last in _PAIRED


def is_body(words: Iterable[str]) -> bool:
    """Whether words are the name of a body that is known."""
    return " ".join(words) in _BODIES
