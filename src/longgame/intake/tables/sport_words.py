"""Sports by the names that Strava, Garmin and TrainingPeaks write in their users' languages."""

from __future__ import annotations

from longgame.intake.sports import sport_named
from longgame.intake.tables.headers import plain
from longgame.kernel.sport import Sport

_NAMES = {
    Sport.RUN: (
        "lauf | laufband | laufbandtraining | traillauf | trailrunning | virtueller lauf | course a pied | "
        "trail | tapis | course sur tapis roulant | carrera | carrera de montana | carrera por montana | "
        "cinta de correr | cinta | corsa su pista | corsa trail | tapis roulant | corrida | "
        "corrida em trilha | esteira | hardlopen | bieg | bieganie | loping | lop | juoksu | бег | "
        "løp | løping | løbetur | löprunda | забег | трейл | 跑步 | 越野跑 | ランニング | ラン | 달리기 | kosu | beh"
    ),
    Sport.RIDE: (
        "radfahrt | radfahren | fahrt | rennrad | mountainbike | mountainbiken | gravel ride | "
        "virtuelle radfahrt | velo | e bike fahrt | indoor cycling | ciclismo en carretera | vtt | "
        "sortie velo | cyclisme sur route | cyclisme | bicicleta | bici | ciclismo indoor | "
        "salida en bicicleta | giro | pedalada | fietsrit | fietsen | jazda na rowerze | kolarstwo | "
        "cykling | cykeltur | sykkeltur | sykling | mountainbikerit | gravelrit | gravelfahrt | mountainbike fahrt | "
        "pyoraily | велоспорт | заезд | велозаезд | 骑行 | 自行车 | "
        "サイクリング | ライド | 사이클링 | bisiklet"
    ),
    Sport.SWIM: (
        "schwimmen | bahnschwimmen | freiwasserschwimmen | natation en piscine | nage | natacion | nado | "
        "natacao | zwemmen | plywanie | pływanie | simning | svomming | uinti | плавание | заплыв | "
        "游泳 | 水泳 | スイム | 수영 | yuzme | natacio"
    ),
    Sport.WALK: (
        "gehen | spaziergang | walking | marche | marche a pied | caminata | caminar | camminata | "
        "caminhada | wandeling | spacer | promenad | gatur | kavely | ходьба | прогулка | "
        "步行 | 健走 | ウォーキング | 걷기 | yuruyus"
    ),
    Sport.HIKE: (
        "wandern | wanderung | randonnee | senderismo | escursione | trilha | wandeltocht | wedrowka | "
        "vandring | fottur | поход | 徒步 | ハイキング | 등산"
    ),
    Sport.ROW: (
        "rudern | ruderergometer | aviron | rameur | remo | canottaggio | roeien | wioslarstwo | "
        "гребля | 划船 | ローイング"
    ),
    Sport.SKI: (
        "skilanglauf | langlauf | ski alpin | ski de fond | esqui | esqui de fondo | sci | sci di fondo | "
        "skitour | backcountry ski | nordic ski | alpine ski | snowboard | лыжи | 滑雪"
    ),
    Sport.STRENGTH: (
        "krafttraining | musculation | entrenamiento de fuerza | entrenamiento con pesas | pesas | fuerza | "
        "allenamento con i pesi | pesi | musculacao | treino de forca | krachttraining | "
        "gewichtstraining | gewichttraining | entrainement aux poids | "
        "treinamento com peso | trening silowy | trening siłowy | "
        "styrketraning | styrketrening | силовая тренировка | "
        "силовые тренировки | 力量训练 | 重量训练 | ウェイトトレーニング | 筋トレ | "
        "근력 운동"
    ),
    Sport.CONDITIONING: (
        "training | workout | entrainement | entrenamiento | allenamento | treino | cardio | crossfit | "
        "hiit | crosstrainer | elliptique | eliptica | stair stepper | elliptical | fitness equipment | "
        "x train | xtrain | cardio training | structured workout | "
        "interval workout | aerobic workout | stairclimber | core training"
    ),
    Sport.MOBILITY: "yoga | pilates | meditating | dehnen | etirements | estiramientos | йога | 瑜伽 | ヨガ",
    Sport.MULTISPORT: "multisport | brick | triathlon | triatlon",
    Sport.OTHER: "sail | surf | sport | other | custom | andere | sonstiges | autre | otro | otros | altro | outro",
}
_BY_NAME = {plain(name): sport for sport, names in _NAMES.items() for name in names.split(" | ")}
_INDOOR = (
    "indoor",
    "virtual",
    "treadmill",
    "stationary",
    "trainer",
    "laufband",
    "tapis",
    "cinta",
    "esteira",
    "virtuel",
    "室内",
)


_STEMS = (
    (Sport.SKI, "ski skilauf langlauf esqui sci лыж"),
    (Sport.SKATE, "skat eislauf patin pattin"),
    (Sport.TRANSITION, "transition wechselzone"),
    (
        Sport.RIDE,
        "rad fahrrad radfahr rennrad cycl velo bike biking bici bicicl ciclis cykl kolar rower fiets wielr вело",
    ),
    (Sport.SWIM, "schwimm swim natation natacion natacao nuoto zwem plyw simning плава"),
    (Sport.STRENGTH, "kraft strength musculation musculacao fuerza pesas forza forca kracht styrk silow силов"),
    (Sport.ROW, "ruder rowing aviron canottagg remo roei wiosl"),
    (Sport.PADDLE, "kayak kajak kanu canoe paddl pagai"),
    (Sport.HIKE, "wander wanderung hik randonn senderis escursion trekking"),
    (Sport.RUN, "lauf lauftraining run running course carrera corrida corsa hardlop hardloop bieg lopning juoks бег"),
    (Sport.WALK, "geh spazier walk marche camin cammin wandel spacer ходьб"),
)
"""Beginnings of words by which names that are not listed are understood, the narrower sport first."""


def sport_of(name: str | None) -> Sport | None:
    """The sport that a source's word for it means, in any known language, or None.

    A name that is not listed is understood by one of its words ("Sortie à vélo", "Ciclismo en interior"), or by the end
    of a compound ("Straßenradfahren"), where that is certain.

    >>> sport_of("Ciclismo en interior"), sport_of("Straßenradfahren"), sport_of("Quidditch")
    (<Sport.RIDE: 'ride'>, <Sport.RIDE: 'ride'>, None)
    """
    if name is None:
        return None
    return listed_sport(name) or _by_stem(plain(name))


def listed_sport(name: str) -> Sport | None:
    """The sport of a name that is listed as it is, or None."""
    return sport_named(name) or _BY_NAME.get(plain(name))


def _by_stem(words: str) -> Sport | None:
    parts = words.split()
    for sport, stems in _STEMS:
        if any(part.startswith(stem) for stem in stems.split() for part in parts if len(stem) > 3 or part == stem):
            return sport
    endings = (("radfahren", Sport.RIDE), ("laufen", Sport.RUN), ("schwimmen", Sport.SWIM), ("wandern", Sport.HIKE))
    return next((sport for ending, sport in endings if words.endswith(ending)), None)


def is_indoor(name: str | None) -> bool | None:
    """True where the name of a sport says that it was done indoors; None where it does not tell."""
    return True if name is not None and any(word in plain(name) for word in _INDOOR) else None
