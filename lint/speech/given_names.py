"""Common first names by the pronoun that usually follows them. A name in neither list tells nothing."""

from __future__ import annotations

EITHER = frozenset(
    "alex bo casey chris courtney dale dana jackie jordan kim lee leslie lindsey lynn marion max robin sam sasha shannon "
    "stacey stacy terry tracy".split()
)
"""Those of the lists below that tell nothing of the pronoun."""

HE = frozenset(
    "aaron abdul abdullah adam ahmad ahmed al alan albert alberto alejandro alex alexander alfred ali allan allen "
    "andre andrei andres andrew andy angelo anthony antonio arnold arthur asif barack barry bashar ben benjamin "
    "bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron caleb "
    "calvin carl carlos cesar chad charles charlie chris christian christopher chuck clarence clint colin connor "
    "corey cory craig curtis dale dan daniel darrell darren dave david dean dennis derek diego dmitry dominic don "
    "donald doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin eli elias elliott emmanuel enrique "
    "eric erik ernest ethan eugene evan felix fernando francisco frank franklin fred frederick gary gavin gene geoff "
    "geoffrey george gerald gerard glenn gordon graham greg gregory guy hamid harold harry hassan hector henry "
    "herbert herman howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jake jamal james jared jason "
    "javier jay jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jordan jorge "
    "jose joseph josh joshua juan julian justin karl keith ken kenneth kevin khalid kirk kurt kyle lance larry "
    "lawrence lee leo leon leonard lewis liam lloyd louis lucas luis luke malcolm manuel marc marco marcus mario mark "
    "marshall martin marvin matt matthew maurice max melvin michael miguel mike mikhail mitch mitchell mitt mohamed "
    "mohammad mohammed muhammad mustafa nathan neal neil newt nicholas nick nicolas nigel noah norman oleg oliver "
    "omar orrin oscar otto owen patrick paul pedro perry pete peter phil philip phillip pierre rafael ralph ramon "
    "rand randall randy raul ray raymond reggie reince rex ricardo richard rick ricky rob robert roberto rod rodney "
    "roger roland ron ronald ross roy rudolph rudy rupert russ russell ryan salman sam samuel saul scott sean "
    "sebastian sergei sergey seth shane shawn sheldon sidney simon stan stanley stefan stephen steve steven stuart "
    "ted terrence terry theodore thomas tim timothy todd tom tommy tony travis trent trevor tyler tucker victor "
    "vincent vladimir wade wallace walter warren wayne wesley will william willie winston xi yusuf zachary bo cliff "
    "clay cody damien dimitri dylan finn gabriel hans harvey irving jair jens jerrold joaquin kim-jong klaus lindsey "
    "lyndon matteo mick moshe nikolai olaf pascal petro pieter quentin recep rodrigo silvio sven volodymyr wolfgang "
    "yevgeny yitzhak zach anwar tayyip bashir hosni viktor".split()
)

SHE = frozenset(
    "abigail adele adriana agnes aisha alexandra alexandria alice alicia alison allison alyssa amanda amber amelia "
    "amy ana andrea angela angelina anita ann anna anne annette annie april ashley audrey barbara beatrice becky "
    "bella beth betsy betty beverly bonnie brenda brittany brooke camille candace carla carly carmen carol carole "
    "caroline carolyn carrie catherine cathy cecilia charlotte chelsea cheryl christina christine cindy claire clara "
    "claudia colleen condoleezza connie courtney crystal cynthia daisy dana danielle dawn debbie deborah debra denise "
    "diana diane dianne dolores donna doris dorothy edith eileen elaine eleanor elena elise elizabeth ella ellen "
    "emily emma erica erin esther eva eve evelyn faith fatima felicia fiona florence frances gabrielle gail geraldine "
    "gina gladys glenda gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen hilary hillary "
    "holly hope huma ida ilhan irene iris irina isabel isabella ivanka jackie jacqueline jane janet janice jasmine "
    "jean jeanne jen jenna jennifer jenny jessica jill joan joann joanna joanne josephine joy joyce juanita judith "
    "judy julia julianne julie june kaitlin kamala karen karin kate katherine kathleen kathryn kathy katie katrina "
    "kayla kayleigh kellyanne kelsey kirsten kirstjen kristen kristin kristina laila lara laura lauren leah leila "
    "lena leslie lillian lily linda lisa liz lois loretta lori lorraine louise lucia lucy lynn lynne mabel madeleine "
    "madeline maggie malia mandy marcia margaret maria marianne marie marilyn marina marion marjorie marlene marsha "
    "martha mary maryam maureen maxine megan meghan melania melanie melinda melissa mercedes meredith mia michele "
    "michelle mildred mindy miranda miriam molly monica muriel nadia nancy naomi natalia natalie natasha nicole nikki "
    "nina nora norma olga olivia pamela patricia patty paula pauline peggy penny phyllis priscilla rachel rashida "
    "rebecca renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra "
    "sara sarah sasha shannon sharon sheila shelly sheryl shirley sofia sonia sonja sophia sophie stacey stacy "
    "stephanie sue susan susanna suzanne sylvia tamara tammy tanya tara teresa tess theresa tiffany tina tracy trudy "
    "tulsi ursula valerie vanessa vera veronica victoria violet virginia vivian wanda wendy whitney yolanda yvette "
    "yvonne zoe angelique elisabeth ingrid sinead siobhan malala".split()
)
