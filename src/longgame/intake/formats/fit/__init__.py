"""FIT, the format of sports watches and bike computers: our own decoder, and sessions made of what it finds."""

from longgame.intake.formats.fit.decode import FitFile, FitPart, decode
from longgame.intake.formats.fit.reader import READER
from longgame.intake.formats.fit.workouts import FitWorkout, workouts

__all__ = ["READER", "FitFile", "FitPart", "FitWorkout", "decode", "workouts"]
