"""Sports by the names that devices and apps give them."""

from __future__ import annotations

import re

from longgame.kernel.sport import Sport

_NAMES: dict[Sport, str] = {
    Sport.RUN: "run running trailrunning trailrun treadmill treadmillrunning indoorrunning indoorrun "
    "virtualrun virtualrunning trackrunning streetrunning ultrarun obstaclerun jogging laufen "
    "hardlopen course correr corsa",
    Sport.RIDE: "ride riding bike biking cycling cycle roadbiking roadcycling mountainbiking mountainbikeride "
    "gravelcycling gravelride gravelbiking indoorcycling virtualride ebikeride ebiking "
    "emountainbikeride spinning spin cyclocross trackcycling bmx velomobile handsfreecycling "
    "stationarybike biketothework radfahren wielrennen fietsen ciclismo cyclisme velo mtb airbike "
    "bikeerg",
    Sport.SWIM: "swim swimming lapswimming openwaterswimming openwaterswim poolswim poolswimming schwimmen "
    "zwemmen natation nuoto",
    Sport.ROW: "row rowing indoorrowing rower rowerg erg virtualrow rudern sculling",
    Sport.WALK: "walk walking casualwalking speedwalking racewalking indoorwalking nordicwalking dogwalking "
    "spazieren gehen wandelen walkingtreadmill treadmillwalking",
    Sport.HIKE: "hike hiking rucking mountaineering trekking wandern snowshoe snowshoeing backpacking climbinghiking",
    Sport.SKI: "ski skiing crosscountryskiing crosscountryskiingws nordicski nordicskiing backcountryski "
    "backcountryskiing alpineski alpineskiing downhillskiing resortskiing "
    "resortskiingsnowboarding snowboard snowboarding snowsports skierg rollerski rollerskiing "
    "skatecrosscountryskiing classiccrosscountryskiing skitouring",
    Sport.PADDLE: "paddle paddling kayak kayaking canoe canoeing paddlesports sup standuppaddling "
    "standuppaddleboarding paddleboarding whitewaterrafting surfski",
    Sport.SKATE: "skate skating iceskate iceskating inlineskate inlineskating rollerskating speedskating skatingsports",
    Sport.HANDCYCLE: "handcycle handcycling",
    Sport.WHEELCHAIR: "wheelchair wheelchairrunpace wheelchairwalkpace wheelchairpushwalk wheelchairpushrun",
    Sport.STRENGTH: "strength strengthtraining weighttraining weightlifting weights traditionalstrengthtraining "
    "functionalstrengthtraining powerlifting gym krafttraining bodybuilding bodyweight "
    "calisthenics",
    Sport.CONDITIONING: "conditioning crossfit crosstraining hiit highintensityintervaltraining circuittraining "
    "bootcamp functionalfitness workout cardio mixedcardio mixedmetaboliccardiotraining "
    "elliptical crosstrainer stairstepper stairclimbing stairs stairmaster stepmill jumprope "
    "indoorcardio fitnessequipment stepaerobics aerobics hyrox boxing kickboxing intervaltraining",
    Sport.MOBILITY: "mobility yoga pilates stretching flexibility cooldown barre taichi mindandbody breathwork "
    "meditation preparationandrecovery flexibilitytraining",
    Sport.SKILL: "skill gymnastics climbing rockclimbing indoorclimbing bouldering dance dancing socialdance "
    "cardiodance martialarts golf tennis tabletennis badminton squash padel pickleball soccer "
    "football basketball volleyball handball hockey icehockey rugby cricket baseball softball "
    "fencing wrestling racketsports archery equestriansports",
    Sport.MULTISPORT: "multisport triathlon duathlon swimbikerun aquathlon brick swimrun",
    Sport.TRANSITION: "transition",
    Sport.OTHER: "other generic uncategorized unknown all surfing sailing fishing hunting windsurfing kitesurfing",
}

SPORT_BY_NAME = {name: sport for sport, names in _NAMES.items() for name in names.split()}

_NOT_LETTER = re.compile(r"[\W\d_]+")


def sport_named(name: str) -> Sport | None:
    """The sport a source's name for it means, or None if it is not known; case, spaces and marks do not matter.

    >>> sport_named("Trail Running"), sport_named("VirtualRide"), sport_named("Quidditch")
    (<Sport.RUN: 'run'>, <Sport.RIDE: 'ride'>, None)
    """
    return SPORT_BY_NAME.get(_NOT_LETTER.sub("", name).casefold())
