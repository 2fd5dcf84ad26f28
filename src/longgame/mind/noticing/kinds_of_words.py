"""Kinds of words that thoughts are made of, so that a wording nobody wrote down before can still be felt.

Our own lists. A word may be of several kinds.
"""

from __future__ import annotations

_LISTS = """
self: i i'm i've i'll i'd me my mine myself meself mi moi
we: we we're we've we'll us our ours ourselves
you: you your you're yours yourself
he-she: he she he's she's he'd she'd him her his hers himself herself
they: they they're they've they'd they'll them their theirs
everyone: everyone everyone's everybody everybody's all whole entire others rest everyone'll nobody no-one noone
  each every
person: people folk folks guy guys bloke blokes fella fellas lad lads lass lasses lassie lassies girl girls boy boys
  woman women man men lady ladies gentleman dude dudes chap kid kids child children toddler teenager teenagers teen
  teens pensioner pensioners granny grannies grandma grandpa uncle aunty aunt tannies oke okes person someone
  somebody stranger strangers youngster youngsters young
kin: mum mam mom mummy mother dad da father daddy parents sister sisters brother brothers wife husband partner
  girlfriend boyfriend son daughter cousin family nan nana gran missus fiancé niece nephew in- law lola
mates: mate mates friend friends buddy buddies pal pals colleague colleagues roommate flatmate neighbour neighbours
  neighbor neighbors boss coworker batchmate batchmates classmate junior senior
rivals: rival rivals opponent opponents competitor competitors teammate teammates clubmate clubmates squad team
  class group crew club pack bunch field cohort lane wave intake regulars beginners newbies newcomers novices elites
  pros veterans juniors seniors runners riders cyclists swimmers lifters climbers rowers athletes skiers dancers
  skaters belts freshers props setters leader leaders
coaches: coach coaches trainer trainers instructor teacher physio pt captain gaffer manager sergeant ref referee
  judge judges director marshal marshals volunteer volunteers
faster: faster slower quicker stronger weaker fitter leaner lighter heavier younger older taller better worse bigger
  smaller further farther higher longer deeper smoother thinner skinnier easier harder bendier
slowest: slowest weakest fastest strongest fittest oldest youngest last bottom worst least smallest heaviest
  unfittest fattest lowest dead-last
passed: lapped lapping laps overtook overtaken overtake overtaking passed passing passes pass beat beaten beats
  beating dropped drops dropping shelled outran outlifted outpaced outclimbed out-climbing outsprinted out-sprinted
  outruns outkicked smoked flew flies flying floated ghosted skipped breezed cruised glided pipped thrashed hammered
  trounced dusted
gap: ahead behind front back away off beyond above below under gap distance seconds secs minutes
like-as: than as like compared comparing compare comparison comparable relative versus vs next beside alongside
  against unlike same twice double half triple
effortless: effortless effortlessly easily easy simple natural naturally smiling chatting laughing singing humming
  jogging bored texting chat
boards: leaderboard whiteboard board rankings ranking ranked rank strava instagram insta tiktok zwift garmin
  facebook results podium ladder standings tracker segment segments scoreboard posts posted posting photo photos
  reels video videos
look-at: watch watched watching look looked looking looks saw see seeing seen stare staring stared glance glancing
  glanced peek peeking peeked notice scroll scrolling scrolled check checked checking scan
envy: jealous envious envy envying jealousy wish wished resent bitter covet
numbers: max pb pr ftp vo2 pace split splits total time times number numbers watts grade 5k 10k marathon bench squat
  deadlift
harsh-noun: idiot fool moron loser failure wimp coward joke disgrace mess muppet plonker numpty eejit clown donkey
  lump disappointment embarrassment waste quitter slob pig sook duffer bum clot goof dope plank dill drongo galah
  wuss chicken mampara weakling liability clod halfwit dimwit dummy plum wally pillock twit dunce pushover slacker
  fraidy-cat softie whinger dafty spud nuisance burden genius champ einstein hero
harsh-adj: weak lazy stupid rubbish trash garbage hopeless terrible awful crap dreadful worthless disgusting
  shameful ridiculous unfit clumsy soft dumb thick fat ugly feeble sloppy poor bad worst pathetic useless pitiful
  spineless gutless daft careless undisciplined inconsistent amateur idle hideous embarrassing embarrassed ashamed
  humiliating mortified mortifying shocking brutal abysmal atrocious lame gross scrawny flabby incompetent inept
  uncoordinated cowardly shambolic dire appalling bobo blur bone-idle half-hearted foolish silly soppy slack lousy
  crappy shoddy laughable inexcusable pathetically slow shame
self-blame: fault blame excuse excuses discipline willpower backbone guts bottle bottled bottling character grit
  commitment seriousness focus toughness effort spine gave quit quitting caved caving cheated choked choke froze
  wimped chickened bailed wasted whine whining whinge whingeing moan moaning
angry-self: hate hated despise loathe disgusted ashamed furious cross mad angry annoyed disappointed disappoint
  frustrated embarrassed sick fed
why: why how what who where whose
belong: belong belongs belonged belonging fit welcome welcomed accepted included place right deserve deserved
  deserves meant cut built made allowed supposed qualify qualified among judged
outsider: impostor imposter fraud fake pretender pretending intruder outsider guest tourist stranger alien visitor
  gatecrashing gatecrasher gatecrash odd invisible token ballast misfit spare wrong accident mistake error pity
  fooling kidding cosplaying costume dressing disguise lie lying cheeky trespassing trespasser ghost unwelcome
  clerical misplaced fluke luck
real: real proper genuine serious true actual runner lifter swimmer cyclist athlete sportsman sporty climber rower
  triathlete fighter boxer player dancer skier sport sports member
place: here room gym box club squad lane team group pool start line pen start-line crowd people lot folk panel
  company
question-self: call calling consider count counted counts
never: never always forever ever again permanently eternally
absolute: nothing everything all whole entire every completely totally none zero only either or unless perfect
  perfectly perfection full exactly
ruined: ruined wasted waste lost blown spoiled spoilt over gone wrecked binned scrapped void failed fail fails
  failure bust shot chucked trashed destroyed broken broke scuppered pointless worthless meaningless futile
  collapsed finished done cancelled aborted zero garbage down stuffed torn
pointless: point use sense bother bothering matter matters meaning worth worthwhile mean meant count counts counted
  interested care
restart: monday start restart again tomorrow week wait
may-as-well: may might well
if-then: if unless when once then otherwise or
rest-of: day week month season year block plan programme program streak session workout diet race meet book
certain: will gonna going sure surely certain certainly definitely bound guaranteed doomed inevitable know knew
  confirm convinced obviously clearly predict destined
what-if: what if might could suppose imagine imagining picture picturing see dream
harm-body: injury injured injure tear torn tearing rip snap snapping pop popped break broken fracture crack cracked
  rupture strain pulled twisted dislocate sprain surgery hospital operation replacement heart attack collapse
  collapsing collapsed faint drown drowning die dying dead crash crashing fall falling fell sink sinking ambulance
  wheelchair scan boot cripple crippled paralysed paralyzed pinned crushed concussion
decline: worse decline declining downhill end ending finish finished irreversible permanent disappear vanish lose
  losing lost never gone slide sliding shrinking disaster catastrophe catastrophic terrible nightmare career retire
  retirement retired hopeless doom wreck humiliate humiliated embarrass embarrassed laugh laughed laughing relegated
body-part: knee knees hip hips ankle ankles shoulder shoulders back hamstring hamstrings calf calves shin shins
  achilles tendon wrist wrists elbow elbows foot feet rib ribs neck groin quad quads glute glutes finger fingers
  thumb toe toes chest spine meniscus itb cruciate bicep biceps triceps forearm forearms arm arms leg legs hand
  hands head lungs heart stomach thighs muscles muscle body bones skin eyes jaw chin grip core belly brain
must: must need needs needed should ought gotta got has have had supposed obliged required cannot can't
nerves: nervous anxious anxiety panic panicked panicking panicky scared afraid terrified dread dreading dreaded
  stress stressed stressful stressing worried worry worrying tense tension guilt guilty pressure pressured nerves
  jitters butterflies shaking trembling shaky racing pounding clammy sweaty overwhelmed freaking freaked frantic
  edge tight choking wound churning knots nauseous sick pretzel restless unsettled alarm rush rushing rushed hurry
  chased haunted sleepless jittery antsy fretting jumpy petrified
time-short: weeks days deadline behind late left running countdown sunday friday tomorrow race test trials selection
  exam schedule catch squeeze cram cramming double doubled extra catching
expect: expect expected expecting expectation expectations everyone's watching tracking counting relying prove
  proving disappoint fail sponsor sponsors paid promised owe
make-up: make up missed extra add adding added more compensate
tired: tired knackered exhausted shattered drained wrecked spent gassed fried cooked weary sleepy sluggish lethargic
  fatigued fatigue flat sapped bushed pooped zonked wiped bonked bonk trashed worn foggy groggy dizzy zombie toast
  smoked toasted drowsy yawn yawned yawning yawns nap napping napped asleep bed battery fumes burnt burned overtired
  jaded depleted frazzled floored flogged buggered stuffed jiggered shagged shag battered beat pure tuckered bleary
  dopey exhaustion tiredness burnout crashed winded pumped done knacked cream-crackered banjaxed hanging ruined
  flattened kaput klaar empty hollow dead
energy: energy juice gas fuel steam tank power pop snap spark zip oomph puff strength legs bounce life go battery
  glycogen petrol reserves
heavy: heavy lead leaden jelly concrete cement bricks stone stones sand mud treacle porridge wood wooden logs
  anchors rocks mince spaghetti cardboard blancmange sacks coal dead-weight numb wobbly sore aching achy ached aches
  ache stiff burning screaming throbbing tender doms stiffness rusty creaky
sleep: sleep slept sleeping sleepless awake woke insomnia shift shifts nights nightshift jetlag jetlagged hours baby
  bed rest
proud: proud pleased chuffed stoked delighted buzzing thrilled happy ecstatic satisfied satisfying glad pumped
  grinning smiling beaming tickled elated jubilant content impressed smug made-up yes boom hooray woohoo yay chur
  shiok lekker buzzin beauty
achieve: nailed smashed crushed bossed aced executed managed achieved finished completed hit held stuck kept stayed
  paced controlled stopped cleaned landed sent topped cracked sank hammered delivered conquered beat earned won win
  wins finally first record best pb pr pbs prs unbroken negative personal lifetime promise promised
good: great brilliant amazing awesome fantastic superb excellent solid smooth clean strong controlled steady patient
  calm textbook perfect beautiful best nice lovely good tidy crisp sharp flowing composed disciplined restrained
restraint: held stayed stopped resisted waited eased backed walked let patient restraint control controlled sensible
  calm steady
thanks: thanks thank thankful grateful gratitude lucky blessed blessing bless appreciate appreciated appreciative
  appreciation gift privilege fortunate cherish treasure cheers ta owe glad love loved loving salamat diolch
  indebted mercies thankfully
kindness: kind kindness sweet patient generous lovely gem saint angel angels hero heroes dote support supported
  supporting cheered cheering cheer helped waited lent believed company hugged smiled hug lift lifts drove driven
beauty: beautiful gorgeous sunrise sunset sun sunshine sea beach river hill hills mountain mountains forest birds
  dolphins morning dawn weather breeze wind sky view trail garden alive healthy air glass
learned: learned learning learn lesson lessons learnt realized realizing realize realise realising understood
  understand understanding noticed noticing found figured discovered discover discovery worked twigged sussed
  clicked know note noted takeaway reminder remember conclusion insight proof confirmed proven dawned turns turned
  trick tip secret key answer
works: works worked helps helped help fixes fixed fix settles settled steadies stops stopped stop saves saved costs
  cost makes made keeps kept improves improved disappeared gone better easier steadier smoother calmer looser
  straight straighter stable lands happier suits
cue-word: elbows hips chest chin heels knees stance cadence breath breathe breathing breathed exhale inhale brace
  bracing squeeze tuck relax relaxed relaxing eyes hands wrists grip stride steps step shorten shorter lean lock
  drive push pull hinge tilt tall rhythm count counting hum posture shoulders saddle gear gears warmup pause tempo
  catch release rotate scan soft softer low high wider narrower earlier later slower rests
because: because so that's why therefore cause means meaning since thus reason due
next-time: next time future from now instead rather start try trying tried experiment experimented test tested
  change tweak adjust
logistics: booked closed moved cancelled canceled swapped rescheduled bus train car parking traffic locker towel
  bottle shoes shoe laces kit bag strap watch charger phone app playlist music keys lunch dinner breakfast coffee
  tacos shower office work school dentist appointment meeting door hall studio session membership plan email ticket
  holiday shop delivery parcel laundry socks cap goggles wetsuit helmet tyre tyres chain wheel bike tube insoles
  gloves belt chalk tape plates rack bench bar bars rope mat bands roller timer alarm
weather: rain raining rained wind windy snow ice icy fog foggy hot cold humid drizzle sunny storm thunder cloudy
  headwind tailwind warm degrees
numbers-of: km k kilometre kilometres miles mile metres m reps rep sets set rounds round minutes mins hours lbs
  pounds kilos kg percent bpm laps lengths rpe zone hr min easy steady tempo x
daily: monday tuesday wednesday thursday friday saturday sunday morning evening afternoon today tomorrow tonight
  yesterday week weekend noon
so-very: so very too really totally completely absolutely utterly pure proper dead super bloody pretty quite damn
  fully well fierce canny
not: not no don't didn't can't won't isn't wasn't couldn't without hardly barely nothing never wouldn't doesn't
  aren't weren't haven't hasn't ain't neither nor cannae cannot didnae couldnae divvent wasnae shouldn't nae nowt
eat: ate eat eating diet donut pizza cake biscuit biscuits chips crisps chocolate calories macros sugar cheat meal
  food burger takeaway sweets alcohol beer wine
quit: quit quitting stop stopped skip skipped skipping missed missing bail bailed gave give giving up left scrap
  scrapped abandon cut
shame-body: fat belly weight thin thinner legs abs arms mirror body thighs jeans photo scale scales
old: old older age aged forty fifty sixty seventy years pensioner anymore
hedge: maybe perhaps probably think thought feel feels felt feeling guess suppose reckon wonder wondering seems seem
laugh: lol haha ha lah lmao ugh argh jeez god omg jislaaik ag sian abeg yaar hey eh wow oh well
death: die dies died dying dead death suicide suicidal kill killing killed alive living live life exist existing
  existence funeral grave goodbye goodbyes gone unalive kms survive surviving murder hang hanged drown drowned
  drowning forever farewell afterlife oxygen earth
blade: cut cuts cutting blade blades razor razors knife knives scissors scratch scratches scratched slice slicing
  bleed bleeds bled blood scar scars stab burn burns burned stove lighter self-harm selfharm harm harmed harming
  hurting hurt wound wounds
means: pills pill tablets tablet overdose overdosed rope noose bridge viaduct balcony roof edge cliff rails tracks
  tram train trains lorry truck van traffic vodka paracetamol painkillers medication platform railing
purge: binge binged binges bingeing binging purge purged purging purges laxative laxatives vomit vomits vomited
  vomiting puke puked puking spit spits bulimia bulimic anorexia anorexic starve starves starved starving fasting
  fasted fast hungry hunger empty appetite diuretics throat fingers caffeine
meal: food foods meal meals dinner lunch breakfast snack snacks rice bread carb carbs cake muffin pasta banana
  lettuce calories calorie kcal grams gram fridge pudding dessert crumbs crumb plate eat eats eating ate eaten
  solids feast wrappers biscuits restaurant restaurants
thin: thin thinner skinny skinnier bones ribs kilo kilos kg weight scale scales weigh weighs weighed weighing
  weigh-in fat fatty whale pig huge shrink shrinking jeans period periods menstruated menstruation hip-bones belly
  size bigger smaller body
violence: hit hits hitting slap slaps slapped punch punches punched kick kicks kicked beat beats beaten beating
  choke chokes choked strangled grab grabs grabbed shove shoved pushed pinned threw throws belt stick cane caned
  whacked bruise bruises violent violence abuse abused abuses abusive assault assaulted attacked chased spits spat
  pinch pinches handles roughly shaved burns smashed broke
touching: touch touched touches touching kiss kissed kisses grope groped gropes rub rubbed rubs naked undress
  undressed undresses underwear nudes nude porn sex sexy sexual lap bum breasts breast tongue massage massages rape
  raped shower showers shorts bra exposed strip stripped intimate bath
threat: secret tell tells told report reported believe believed threaten threatens threatened threats kill scared
  frightened afraid terrified allowed controls controlled controlling hides locks locked forced forces force makes
  withholds phone money punishment punish punishes blame liar names slurs calls humiliated humiliates fatty
  worthless pigs initiation
help-power: coach trainer physio masseur doctor sir teacher stepfather stepdad father dad mum mother husband wife
  boyfriend girlfriend partner official carer captain seniors instructor stranger man
"""
ONESELF = frozenset({"self", "we"})
SOMEBODY_ELSE = frozenset({"he-she", "they", "everyone", "person", "kin", "mates", "rivals", "coaches", "named"})
"""The kinds that say who is spoken of."""
_BROADLY = {
    "up": ("effortless", "achieve", "good", "faster", "energy", "proud", "real"),
    "down": ("slowest", "harsh-noun", "harsh-adj", "heavy", "tired", "nerves", "quit", "self-blame", "ruined"),
    "number": ("number", "numbers-of", "numbers"),
    "way": ("passed", "gap"),
    "eye": ("look-at", "boards", "envy"),
    "not": ("not",),
    "age": ("old", "time-short", "daily"),
}
BROAD = {kind: broad for broad, kinds in _BROADLY.items() for kind in kinds}
"""Kinds gathered into the few that are set against each other when others and oneself are spoken of."""


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _LISTS.replace("\n  ", " ").split("\n"):
        kind, _, words = line.partition(": ")
        for word in words.split():
            found[word] = (*found.get(word, ()), kind)
    return found


KINDS = _by_word()
"""The kinds of each word that has one."""
