"""Activity files made on the spot: the same outing as a GPX, a TCX or a line of an app's export."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)


def gpx(start: datetime = START, points: int = 300, heart: int | None = 140) -> bytes:
    """A GPX track, a point a second, running north at about 3 m/s."""
    body = "".join(
        f'<trkpt lat="{47 + i * 2.7e-5:.6f}" lon="8.0"><ele>{500 + i / 10:.1f}</ele>'
        f"<time>{start + timedelta(seconds=i):%Y-%m-%dT%H:%M:%SZ}</time>"
        + (
            ""
            if heart is None
            else f"<extensions><g:TrackPointExtension><g:hr>{heart + i % 5}</g:hr></g:TrackPointExtension></extensions>"
        )
        + "</trkpt>"
        for i in range(points)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:g="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        f"<trk><name>Morning</name><type>running</type><trkseg>{body}</trkseg></trk></gpx>"
    ).encode()


def tcx(start: datetime = START, points: int = 300) -> bytes:
    """A TCX activity with one lap, heart rate and cadence but no positions."""
    body = "".join(
        f"<Trackpoint><Time>{start + timedelta(seconds=i):%Y-%m-%dT%H:%M:%SZ}</Time>"
        f"<DistanceMeters>{i * 3.0:.1f}</DistanceMeters>"
        f"<HeartRateBpm><Value>{141 + i % 5}</Value></HeartRateBpm><Cadence>{80 + i % 3}</Cadence></Trackpoint>"
        for i in range(points)
    )
    moment = f"{start:%Y-%m-%dT%H:%M:%SZ}"
    return (
        '<?xml version="1.0"?><TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="Running"><Id>{moment}</Id><Lap StartTime="{moment}">'
        f"<TotalTimeSeconds>{points}</TotalTimeSeconds><DistanceMeters>{points * 3.0}</DistanceMeters>"
        f"<Track>{body}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    ).encode()


def hevy(workouts: int, first_day: datetime = START, loads: float = 60) -> bytes:
    """A Hevy export of `workouts` weekly sessions with three sets each, in kg."""
    head = (
        '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
        '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    )
    rows = ""
    for week in range(workouts):
        start = first_day + timedelta(weeks=week)
        stop = start + timedelta(minutes=50)
        for number in range(3):
            rows += (
                f'"Pull","{start:%d %b %Y, %H:%M}","{stop:%d %b %Y, %H:%M}","","Squat (Barbell)",,"",{number},'
                f'"normal",{loads + week},5,,,8\n'
            )
    return (head + rows).encode()
