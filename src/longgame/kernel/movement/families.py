"""Movements by their names, whatever they are done with: the pattern, the muscles and the usual equipment of each.

One entry each, its further lines indented: names | pattern | primary muscles | secondary muscles | usual equipment.
Names with "=" between them are one exercise, those with ";" are different ones of the same kind. The assignments are
ours, by what the joints do: pressing and its helpers are push; rows, pull-ups, curls and shrugs are pull; knee-led leg
work, calves and inner thighs are squat; hip-led leg work, jumps of the hip and lifts from the floor are hinge; what
moves the whole body along is locomotion; a load walked with is carry; what holds or turns the trunk is core.
"""

from __future__ import annotations

PUSH_AND_PULL = """
bench press = press on bench; pin press; board press; spoto press; larsen press | push | chest | triceps, shoulders
  | barbell
floor press | push | chest | triceps, shoulders | barbell
chest press = seated chest press = standing chest press; vertical chest press | push | chest | triceps, shoulders |
  machine
close grip bench press = narrow grip bench press | push | triceps | chest, shoulders | barbell
squeeze press = hex press; svend press; champagne press; crush press | push | chest | triceps, shoulders | dumbbell
guillotine press = neck press = guillotine bench press | push | chest | triceps, shoulders | barbell
jm press; tate press; rolling triceps extension | push | triceps | chest, shoulders |
push up; knee push up = kneeling push up; clap push up = plyo push up; archer push up; hindu push up; dive bomber
  push up; wall push up; spiderman push up; pushup plus; decline push up; incline push up; t push up; clock push up;
  pseudo planche push up; scapular push up | push | chest | triceps, shoulders | bodyweight
close grip push up; diamond push up = triceps push up | push | triceps | chest, shoulders | bodyweight
pike push up; handstand push up; wall handstand push up | push | shoulders | triceps, chest | bodyweight
planche; handstand = wall handstand; handstand walk | push | shoulders | triceps, chest, abdominals | bodyweight
dip = parallel bar dip; chest dip = dip chest version | push | chest | triceps, shoulders | bodyweight
triceps dip = dip triceps version; floor triceps dip; seated dip | push | triceps | chest, shoulders | bodyweight
bench dip | push | triceps | chest, shoulders | bodyweight
chest fly = fly = pec fly | push | chest | shoulders |
pec deck = butterfly = butterfly pec deck = pec dec = pec deck fly = chest fly machine = seated fly machine | push |
  chest | shoulders | machine
cable crossover = cable fly = cable fly crossover = cable chest fly; low cable crossover = low cable fly crossover =
  low cable fly; high cable crossover = high cable fly | push | chest | shoulders | cable
overhead press = military press = strict press = strict military press | push | shoulders | triceps | barbell
shoulder press | push | shoulders | triceps |
seated shoulder press = seated military press = seated overhead press | push | shoulders | triceps |
shoulder press behindneck = press behindneck = overhead press behindneck = military press behindneck; bradford press
  | push | shoulders | triceps | barbell
arnold press | push | shoulders | triceps | dumbbell
push press; power jerk; push jerk; split jerk; jerk; squat jerk; tall jerk | push | shoulders | triceps, quadriceps
  | barbell
z press; viking press; cuban press; circus press; log press = log lift = log clean and press; axle press; bottoms up
  press; see saw press = seesaw press; savickas press | push | shoulders | triceps |
landmine press; linear jammer | push | shoulders | chest, triceps | landmine
lateral raise = side lateral raise = side lateral = side raise = deltoid raise = side delt raise = lateral shoulder
  raise; leaning lateral raise; lu raise; egyptian raise | push | shoulders | |
front raise = front delt raise; bus driver = car driver | push | shoulders | |
y raise; scaption; around the world; powell raise | push | shoulders | traps | dumbbell
triceps extension; overhead triceps extension = triceps overhead extension = french press = seated french press;
  lying triceps extension; triceps press = seated triceps press | push | triceps | |
skullcrusher = lying triceps press; skullover | push | triceps | | barbell
triceps pushdown = pushdown; rope pushdown = rope triceps pushdown; vbar pushdown = vbar triceps pushdown | push |
  triceps | | cable
triceps kickback = dumbbell kickback | push | triceps | | dumbbell
pull up; commando pull up; towel pull up; archer pull up; l sit pull up; mixedgrip chin up; chest to bar pull up =
  chest to bar | pull | lats | biceps, middle back | bodyweight
chin up | pull | lats | biceps, middle back | bodyweight
muscle up = bar muscle up; ring muscle up | pull | lats | triceps, chest, biceps | bodyweight
scapular pull up = scap pull up; dead hang = hang = bar hang = passive hang; active hang; flexed arm hang | pull |
  lats | forearms, traps | bodyweight
front lever; back lever; front lever raise; rope climb; legless rope climb | pull | lats | biceps, abdominals,
  forearms | bodyweight
lat pulldown = pulldown = lateral pulldown = front lat pulldown = front pulldown; pulldown behindneck = lat pulldown
  behindneck | pull | lats | biceps, middle back | cable
straight arm pulldown = straight arm lat pulldown = lat prayer = lat pullover; rope straight arm pulldown = rope
  straight arm lat pulldown | pull | lats | shoulders, triceps | cable
pullover; straight arm pullover; bent arm pullover | pull | lats | chest, triceps | dumbbell
bent over row = barbell row = bent row; pendlay row; yates row | pull | middle back | lats, biceps | barbell
one arm row = one arm dumbbell row = bent over one arm row; dumbbell row; kroc row; meadows row; gorilla row;
  renegade row; tripod row; batwing row | pull | middle back | lats, biceps | dumbbell
row; low row; high row; upper back row; mid row; iso row; kneeling high row | pull | middle back | lats, biceps |
seated row = seated cable row = cable row = low pulley row = seated low row | pull | middle back | lats, biceps |
  cable
chest supported row; incline row = incline bench row; seal row = bench pull = lying row = prone row; helms row |
  pull | middle back | lats, biceps |
t bar row; lying t bar row; landmine row; chest supported t bar row; long bar row | pull | middle back | lats,
  biceps | landmine
inverted row = australian pull up = body row = supine row; ring row = suspended row | pull | middle back | lats,
  biceps | bodyweight
face pull = rope face pull; rear delt row; rear delt pull | pull | shoulders | middle back, traps | cable
reverse fly = rear delt fly = rear delt raise = rear lateral raise = bent over lateral raise = rear delt reverse fly
  = rear raise = bent over fly = bent over rear delt raise = rear fly = bent over reverse fly = rear delt lateral
  raise = bent over rear delt fly | pull | shoulders | middle back | dumbbell
reverse pec deck = reverse machine fly = rear delt machine fly = rear delt reverse fly machine = reverse pec deck
  fly = reverse butterfly = rear delt machine | pull | shoulders | middle back | machine
reverse cable crossover = reverse cable fly = cable rear delt fly | pull | shoulders | middle back | cable
band pull apart = pull apart | pull | shoulders | middle back | band
upright row; high pull | pull | shoulders | traps | barbell
shrug = shoulder shrug = trap shrug; jump shrug; overhead shrug; monkey shrug; shrug behindback | pull | traps | |
internal rotation = shoulder internal rotation; external rotation = shoulder external rotation; rotator cuff; cuban
  rotation | pull | shoulders | |
biceps curl = curl; 21s = 21s biceps curl = 21s curl; bayesian curl; waiter curl; curl behindback = biceps curl
  behindback | pull | biceps | forearms |
hammer curl; cross body hammer curl; rope hammer curl = hammer rope curl | pull | biceps | forearms | dumbbell
preacher curl = scott curl; preacher hammer curl = hammer preacher curl; spider curl; concentration curl; drag curl;
  incline biceps curl = incline curl = seated incline curl = seated incline biceps curl; zottman curl; zottman
  preacher curl; overhead curl; pinwheel curl; reverse preacher curl | pull | biceps | forearms | dumbbell
reverse curl = reverse grip curl = reverse biceps curl = overhand curl = reverse grip biceps curl; reverse grip
  concentration curl | pull | forearms | biceps | barbell
wrist curl; reverse wrist curl; palms up wrist curl = wrist curl palms up; palms down wrist curl; wrist curl
  behindback; wrist roller; finger curl; wrist extension; gripper = hand gripper; plate pinch = pinch grip; wrist
  flexion; pronation; supination | pull | forearms | |
"""

LEGS = """
squat = back squat = free squat; air squat = bodyweight squat; full squat; speed squat | squat | quadriceps |
  glutes, hamstrings, lower back | barbell
front squat; zercher squat; jefferson squat; frankenstein squat; belt squat; hatfield squat; anderson squat | squat
  | quadriceps | glutes, abdominals | barbell
box squat; pin squat; sumo squat = plie squat = wide stance squat; spanish squat; sissy squat; wall sit = wall
  squat; cyclist squat = heel elevated squat; lying squat; chair squat | squat | quadriceps | glutes, adductors |
goblet squat; cossack squat; lateral squat; kneeling squat; landmine squat | squat | quadriceps | glutes, adductors
  |
overhead squat; snatch balance; press under; heaving snatch balance; drop snatch; sots press | squat | quadriceps |
  shoulders, glutes, abdominals | barbell
hack squat; reverse hack squat; v squat; reverse v squat; pendulum squat | squat | quadriceps | glutes, hamstrings |
  machine
pistol squat = one leg squat = pistol; shrimp squat; skater squat; step down; dragon squat | squat | quadriceps |
  glutes | bodyweight
split squat; bulgarian split squat = rear foot elevated split squat = rfess = bulgarian squat; front foot elevated
  split squat | squat | quadriceps | glutes, hamstrings |
lunge = forward lunge; walking lunge; reverse lunge = rear lunge; curtsy lunge; lateral lunge = side lunge; overhead
  lunge; drop lunge | squat | quadriceps | glutes, hamstrings |
step up = box step up; lateral step up; crossover step up; poliquin step up | squat | quadriceps | glutes,
  hamstrings |
leg press; single leg press; seated leg press; leg press horizontal = horizontal leg press; 45 degree leg press =
  leg press 45; vertical leg press | squat | quadriceps | glutes, hamstrings | machine
leg extension = knee extension = quad extension; reverse nordic; terminal knee extension | squat | quadriceps | |
  machine
calf raise = standing calf raise; seated calf raise; calf press = calf press on leg press = calf press on seated leg
  press = leg press calf raise = calf press on the leg press machine; donkey calf raise; calf extension = seated
  calf extension; tibialis raise = tib raise = toe raise; heel raise; seated calf press | squat | calves | |
adductor = hip adductor = hip adduction = thigh adductor = inner thigh = seated hip adduction; copenhagen plank =
  copenhagen adduction | squat | adductors | |
jump squat = squat jump; box jump; box jump over; broad jump = standing long jump = long jump; depth jump; tuck jump
  = knee tuck jump; split jump = jumping lunge = jump lunge = lunge jump; vertical jump = countermovement jump; frog
  jump; star jump; lateral box jump; bench jump; seated box jump | squat | quadriceps | glutes, calves | bodyweight
thruster; wall ball = wall ball shot; squat press; squat row; man maker; devil press; cluster clean thruster | squat
  | quadriceps | shoulders, glutes, triceps |
deadlift = conventional deadlift; axle deadlift; snatch grip deadlift; clean deadlift; zercher deadlift; suitcase
  deadlift; car deadlift; rickshaw deadlift | hinge | lower back | glutes, hamstrings, quadriceps, traps | barbell
trap bar deadlift | hinge | quadriceps | glutes, hamstrings, lower back, traps | trap bar
sumo deadlift; deficit deadlift; rack pull = block pull = rack deadlift; dimel deadlift | hinge | hamstrings |
  glutes, lower back, quadriceps | barbell
romanian deadlift; stiff leg deadlift = stiff legged deadlift = straight leg deadlift; single leg romanian deadlift;
  one leg deadlift = one legged deadlift; b stance romanian deadlift | hinge | hamstrings | glutes, lower back |
  barbell
good morning; seated good morning; jefferson curl | hinge | hamstrings | lower back, glutes | barbell
hip thrust; glute bridge = hip bridge = bridge = butt lift; frog pump; glute drive; hip extension; single leg bridge
  = single leg glute bridge; single leg hip thrust; reverse hyperextension = reverse hyper | hinge | glutes |
  hamstrings |
back extension = hyperextension = back extension hyperextension = hyperextension back extension; 45 degree
  hyperextension = 45 degree back extension; superman; bird dog; ghd hip extension; roman chair | hinge | lower back
  | glutes, hamstrings |
pull through | hinge | glutes | hamstrings, lower back | cable
leg curl = hamstring curl; lying leg curl = prone leg curl = lying hamstring curl; seated leg curl = seated
  hamstring curl; standing leg curl; ball leg curl; nordic curl = nordic hamstring curl = nordic ham curl = nordic;
  slider leg curl = sliding leg curl; razor curl | hinge | hamstrings | calves |
glute ham raise; natural glute ham raise; floor glute ham raise | hinge | hamstrings | glutes, calves | bodyweight
glute kickback = standing glute kickback; donkey kick; kickback on floor = glute kickback on floor; rear kick |
  hinge | glutes | hamstrings |
hip abductor = hip abduction = abductor = abduction = thigh abductor = seated hip abduction = outer thigh; clamshell
  = clam = side lying clam; lateral band walk = lateral walk with band = banded side step; monster walk; fire
  hydrant; lateral leg raise; standing hip abduction; side lying leg raise | hinge | abductors | glutes |
kettlebell swing = swing = russian swing = russian kettlebell swing; american swing = american kettlebell swing; one
  arm swing = one arm kettlebell swing; dumbbell swing | hinge | hamstrings | glutes, lower back, shoulders |
  kettlebell
clean = squat clean; power clean; hang clean; hang power clean; muscle clean; split clean; clean pull = clean grip
  pull; clean high pull; clean from block; dead clean; clean shrug | hinge | hamstrings | quadriceps, traps, glutes,
  shoulders | barbell
snatch = squat snatch; power snatch; hang snatch; hang power snatch; muscle snatch; split snatch; snatch pull =
  snatch grip pull; snatch high pull; snatch shrug; snatch from block | hinge | hamstrings | quadriceps, traps,
  shoulders, glutes | barbell
clean and jerk; clean and press; power clean and jerk; hang clean and press; long cycle; ground to overhead; clean
  and push press; hang clean and jerk | hinge | shoulders | quadriceps, hamstrings, traps, triceps | barbell
deadlift high pull; sumo deadlift high pull = sumo high pull | hinge | traps | hamstrings, glutes, shoulders |
  barbell
atlas stone = stone load; stone to shoulder; keg load; sandbag load; tire flip; sandbag to shoulder; sandbag clean;
  stone over bar; d ball over shoulder = ball over shoulder | hinge | lower back | glutes, hamstrings, biceps |
"""

TRUNK_AND_WHOLE_BODY = """
farmer walk = farmer carry = farmer; suitcase carry; waiter walk = waiter carry; overhead carry = overhead walk;
  rack carry = front rack carry; yoke walk = yoke carry = yoke; sandbag carry; keg carry; rickshaw carry; conan
  wheel; stone carry = husafell carry = husafell stone carry; zercher carry; bear hug carry; loaded carry = carry;
  trap bar carry | carry | forearms | traps, abdominals, glutes |
plank = front plank = forearm plank = elbow plank = low plank; high plank; side plank = side bridge; reverse plank;
  shoulder tap = plank shoulder tap; plank up down = plank pushup; plank jack; push up to side plank; rkc plank |
  core | abdominals | shoulders, lower back | bodyweight
crunch = ab crunch; crunch machine = ab crunch machine = ab machine; cable crunch = rope crunch = cable rope crunch;
  bicycle crunch = bicycle crunch raised leg; reverse crunch; oblique crunch = side crunch; decline crunch; cross
  body crunch; ball crunch; ab coaster; tuck crunch; standing crunch | core | abdominals | |
sit up; decline sit up; ghd sit up; abmat sit up; janda sit up; jackknife sit up = jackknife = jack knife; v up = v
  sit up = vup; butterfly sit up; frog sit up; double crunch; tuck up; 3 4 sit up; russian sit up | core |
  abdominals | |
hanging leg raise = hanging straight leg raise; hanging knee raise; leg raise = lying leg raise = flat leg raise;
  lying knee raise; captain chair leg raise = leg raise parallel bar; captain chair knee raise = knee raise captain
  chair = knee raise parallel bar; knee raise; toe to bar; knee to elbow; hanging pike; l sit; leg pull in; flutter
  kick; scissor kick = scissor = ab scissor; windshield wiper; dragon flag; knee tuck; hip flexion; heel touch =
  heel tap; garhammer raise | core | abdominals | quadriceps | bodyweight
ab wheel = ab roller = ab wheel rollout = ab rollout = wheel rollout = rollout; barbell rollout = barbell ab
  rollout; fallout; body saw; stir the pot | core | abdominals | lats, shoulders |
russian twist = plate twist; torso rotation = rotary torso = trunk rotation; cable twist = cable twist up to down;
  twist = seated twist; wood chop = woodchopper = woodchop = wood chopper = cable wood chop = cable woodchop; cable
  lift; landmine 180 = landmine rotation = landmine twist; halo; half kneeling chop | core | abdominals | |
side bend = oblique side bend; saxon side bend; side hyperextension | core | abdominals | |
pallof press; pallof hold; dead bug; hollow hold = hollow body hold = hollow body; hollow rock = hollow body rock;
  cocoon; stomach vacuum; bear plank; arch hold; arch rock; tuck hold; suitcase hold | core | abdominals | |
turkish get up = get up; windmill = kettlebell windmill; bent press | core | abdominals | shoulders, glutes |
  kettlebell
ball slam = medicine ball slam = slam ball = slam = overhead slam; medicine ball throw = ball throw; rotational
  throw; sledgehammer swing = sledgehammer slam = sledgehammer = tire hit; side slam; rotational slam | core |
  abdominals | lats, shoulders | medicine ball
mountain climber; cross body mountain climber; spider crawl; spiderman plank | core | abdominals | quadriceps,
  shoulders | bodyweight
run = running = jog = jogging = outdoor run; treadmill = treadmill run = running treadmill = jogging treadmill =
  indoor run; sprint = wind sprint; hill sprint; trail run = trail running; shuttle run = shuttle sprint; interval
  run | locomotion | quadriceps | hamstrings, calves, glutes |
walk = walking; treadmill walk = walking treadmill; hike = hiking; ruck = rucking; incline walk = treadmill incline
  walk; stair climber = stairmaster = stair machine = stair climbing = step mill = stairmill = stair stepper;
  versaclimber | locomotion | quadriceps | glutes, calves |
cycling = bike = bicycling = biking = cycle; stationary bike = cycling indoor = indoor cycling = bicycling
  stationary = cycling stationary = upright bike; assault bike = echo bike = fan bike; spinning = spin bike;
  recumbent bike; bike erg; mountain biking | locomotion | quadriceps | hamstrings, glutes, calves |
rowing machine = rowing = row erg = rower = erg = indoor rowing = rowing stationary = rowing ergometer | locomotion
  | middle back | quadriceps, lats, biceps | machine
ski erg = skierg; skiing; cross country skiing; elliptical = elliptical trainer = elliptical machine = cross
  trainer; swimming = swim; snowboarding; skating = ice skating; rollerblading; aerobic | locomotion | quadriceps |
  shoulders, lats |
jump rope = rope jumping = skipping = rope skipping = skip rope = single under; double under; triple under; high
  knee = high knee skip = high knee run; butt kick; jumping jack; burpee; burpee over bar = bar facing burpee;
  burpee pull up; burpee box jump = burpee box jump over; burpee broad jump; lateral bound; bound; agility ladder;
  skater jump = skater hop; half burpee; sprawl; seal jack | locomotion | quadriceps | calves, shoulders |
  bodyweight
sled push = prowler push = prowler; sled drag = sled pull; prowler sprint; backward sled drag = backward drag; bear
  crawl; crab walk = crab crawl; inchworm = inch worm; duck walk | locomotion | quadriceps | glutes, calves,
  shoulders |
battle rope = battling rope | locomotion | shoulders | abdominals, forearms |
"""
