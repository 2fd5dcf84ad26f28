"""Given names by which people speak of each other in thoughts, so that "lost to Harriet" is heard to name somebody.

Our own list, of many languages. Names that are also common words ("will", "grace", "may", "mark") are left out.
"""

from __future__ import annotations

_NAMES = """
aaron abby abdul abigail abu adaeze adam adele adrian agnes ahmed aidan aileen aisha aisling akash akira alan alba
albert alejandro alex alexa alexander alexandra alfie ali alice alicia alison amal amanda amara amber amelia amina
amir amit amy ana anand andrea andreas andrew andy angela angus anika anita anjali ann anna anne annika anthony
anton antonio anya aoife archie ari arjun arthur arun asha ashley astrid ava ayesha ayo barbara barry beata becca
becky ben benjamin bernard bert beth bethan bev bhavna bill billy bjorn bob bogdan brad brendan brian bridget
bronwyn bruce bruno bryan cait caitlin calum cam cameron camila carl carla carlos carmen carol caroline carrie
catherine cathy cecilia cedric charlie charlotte chen chiara chidi chinedu chloe chris christina christine ciara
cillian claire clara clare claudia clive colin colm connor craig cristina daisy dan dani daniel daniela danny
darragh darren dave david debbie deborah declan deepa deirdre dennis derek devi diana diane diarmuid diego dieter
dimitri dmitri dominic donal donna doreen doris doug duncan dylan eddie edith edna eileen eleanor elena elif elin
elise eliza elizabeth ella ellen ellie elsa emeka emil emily emma eoin eric erica erik erin esther ethan eva evan
eve evelyn fatima fergus fiona florence francesca francis frank fred freda freddie freya gabriel gabriela gareth
gary gavin gemma geoff george georgia gerald gerard gerry gill gina giorgio giulia gladys glen gloria gordon graham
greg greta guillaume gustav gwen hamish hana hannah hans harriet harry hassan hazel heather heidi helen helena helga
henry hilary hiro holly howard hugh hugo hui ian ibrahim igor ike imogen ines inga ingrid irene iris isaac isabel
isabella isla ivan ivy jack jackie jacob jade jaime jake james jamie jan jane janet janice jared jasmine jason
javier jay jean jeff jen jenna jennifer jenny jens jeremy jess jesse jessica jill jim jimmy jin jo joan joana joanna
joanne joe joel johan johanna john johnny jon jonas jonathan jordan jorge jose joseph josh joshua joyce juan judith
judy julia julian julie jun june justin jürgen kai kamal karan karen karin karl kate katherine kathleen kathy katie
katrina katy kavita kay kayla keith kelly ken kenji kenny kerry kev kevin kieran kim kiran kirsty klaus kofi krishna
kristin kumar kwame kyle lachlan lars laura lauren leah lee leila len lena leo leon leonie les lesley lewis li liam
liesbeth lily linda lindsay ling lisa liz lloyd lorna lorraine louis louise luca lucas lucia lucy luis luke lydia
lynn mabel maddie maeve magda maggie malcolm mandy manuel mara marco marcus margaret maria marian marie marina mario
marion marisol marjorie marta martha martin martina mary matilda matt matteo matthew maureen max maya mbali megan
mei mel melanie melissa mia michael michelle miguel mike mikkel mila milly ming miriam mo mohamed mohammed moira
molly monica morag moses muhammad myra nadia nancy naomi natalia natalie natasha nathan neha neil nell ngozi niamh
nick nicola nicole nigel nikhil nikki nina nisha noah nora norma nuala nuno obi oisin olaf ole olga oliver olivia
ollie omar oscar otto owen pablo padraig pam pamela pat patricia patrick paul paula pauline pavel pedro peggy penny
pete peter petra phil philip phoebe pierre piotr pippa polly pooja precious priya rachel rafael rahul raj rajesh
ramesh ravi ray raymond rebecca reggie rekha renata rene rhian rhona rhys ricardo richard rick ricky rita rob robbie
robert roberto robin rodney roger rohan roisin ron ronan ronnie rory rosa rosie ross roy rupert russell ruth ryan
sabine sadie saleh sally sam samantha samir samuel sandra sandy sanjay santiago saoirse sara sarah scott sean
sebastian sergei shane shannon sharon shaun sheila shona shreya sibusiso sid simon simone sinead siobhan sipho sofia
sonia sophia sophie stacey stan stefan stefanie stella stephanie stephen steve steven stewart stuart sue sunil
sunita suresh susan susie suzanne sven sylvia tahlia tamara tania tara tariq ted temi teresa terry tess thabo thandi
theo theresa thomas tiago tim tina todd tom tomas tommy toni tony tracey tracy trevor trish tunde uma uwe valentina
valerie vanessa vera veronica vicky victor victoria vijay vikram vince violet vivian vlad wanjiru wayne wei wendy
wilf winnie wojtek yan yasmin yiannis yolanda yuki yusuf yvonne zac zach zainab zanele zara zoe zuzana
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""Names in small letters."""
