"""Abbreviations of news copy, by what their full point says about the sentence (AP, Reuters style).

Entries are without their last full point and in the case in which copy sets them.
"""

from __future__ import annotations

BEFORE_NAMES = frozenset(
    "Mr Mrs Ms Mx Dr Drs Prof Sen Sens Rep Reps Gov Govs Lt Gen Col Maj Capt Cmdr Adm Sgt Cpl Pvt Spc Pfc Brig Rev Hon "
    "Fr Pres Sec Supt Insp Det Dep Amb Atty Messrs Msgr Mme Mlle Ald Asst Assoc vs v e.g i.e cf ca c viz esp incl "
    "approx".split()
)
"""Always followed by more of the sentence."""

BEFORE_FIGURES = frozenset("No Nos no nos Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Vol Fig p pp".split())
"""Followed by a figure; otherwise the sentence ends."""

ENDING = frozenset(
    "Inc Corp Co Cos Ltd LLC L.L.C Bros Assn Dept Univ Jr Sr Esq etc al seq St Sts Ste Ave Blvd Rd Hwy Pkwy Mt Mts Ft Pt "
    "ft lb lbs oz mi yd sq mph gal hr hrs min sec est ext misc Bldg Apt Rte Ala Ariz Ark Calif Colo Conn Del Fla Ga "
    "Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que "
    "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ph.D Acad Admin Cir Comm "
    "Const Dist Div Elec Exec Hosp Natl Pub Reg Soc Tech Treas".split()
)
"""May stand at a sentence's end as well as within it: what follows decides."""

STARTERS = frozenset(
    "The A An He She It They We You I His Her Its Their Our My Your This That These Those There Here Both Each Every "
    "Either Neither Some Any All Most Many Much Several Few Another Other Others Such None Nobody No Nothing One Two "
    "In On At By For From To With Without Within Of About After Before Since Until During Under Over Between Among "
    "Against According Despite Although Though Because While When Whenever Where Wherever Whether If Unless As Once "
    "And But Or Nor Yet So Still Then Thus Therefore However Meanwhile Moreover Instead Also Even Only Just Now Today "
    "Yesterday Later Earlier Last Next Perhaps Maybe What Who Whom Whose Which Why How Is Are Was Were Do Does Did Has "
    "Have Had Will Would Can Could Should May Might Not Never Nearly Almost More Less It's He's She's They're We're I'm "
    "I've That's There's What's Who's Here's Let's Don't Bring Visit See Asked Told Critics Officials Police".split()
)
"""Words whose capital, after an abbreviation, shows that a sentence begins."""

AFTER_HOURS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun EST EDT ET "
    "CST CDT CT MST MDT MT PST PDT PT GMT UTC BST Eastern Central Mountain Pacific Greenwich".split()
)
"""Words that go on with "6 a.m." rather than begin a sentence."""
