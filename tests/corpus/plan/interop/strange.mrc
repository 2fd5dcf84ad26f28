[COURSE HEADER]
VERSION = 2
UNITS = ENGLISH
DESCRIPTION = Over and under
FILE NAME = strange.mrc
SPONSOR = somebody
MINUTES PERCENT
[END COURSE HEADER]
[COURSE DATA]
0.00	50
5.00	75
5.00	95
x	95
7.00	95
6.00	105
7.00	9999
9.00	95
1e999999	50
7.50	1e999999
[END COURSE DATA]
[PLAN]
name=x
[END PLAN]
; expect P302: SPONSOR is left out: a plan has no place for it
; expect P303: 'x 95' is no point of a course and is left out
; expect P303: '7.00 9999' is no point of a course and is left out
; expect P303: '1e999999 50' is no point of a course and is left out
; expect P303: '7.50 1e999999' is no point of a course and is left out
; expect P302: 'name=x' is not known and is left out
; expect P303: a point that lies before the one above it is left out
; expect P304: the format does not say what a workout is for; its hardest minute looks like threshold
