// What the logger's pure parts give for small inputs; test_logging_offline.py says what is right.
async () => {
  const at = document.querySelector('script[src*="js/log/main.js"]').src;
  const from = (name) => import(at.replace("main.js", name));
  const [bounds, units, clock, heart] = await Promise.all(["bounds.js", "units.js", "clock.js", "heart.js"].map(from));
  const sets = (floor, ceiling, more = {}) => ({ kind: "sets", sets: { floor, ceiling }, targets: [], rounds: 1, ...more });
  const done = (step, count, more = {}) => Array.from({ length: count }, () => ({ step, kind: "work", rir: null, ...more }));
  const view = (...bytes) => new DataView(new Uint8Array(bytes).buffer);
  const emom = { kind: "emom", period_s: 60, rounds: { floor: 10, ceiling: 10 }, time_s: null, cap_s: null };
  const tabata = { kind: "tabata", rounds: { floor: 8, ceiling: 8 }, period_s: null, time_s: null, cap_s: null };
  const amrap = { kind: "amrap", rounds: { floor: null, ceiling: null }, time_s: { floor: 720, ceiling: 720 }, cap_s: null };
  const turns = [sets(3, 3, { superset: "A" }), sets(3, 3, { superset: "A" })];
  const ration = { per_session: 1, per_week: 3, per_pattern: true, spent: { pull: 2, push: 3 } };
  return {
    standings: [0, 2, 3, 4, 5].map((count) => bounds.standing(sets(3, 4), done(0, count), 0)),
    warm_ups: bounds.standing(sets(1, 1), done(0, 2, { kind: "warm-up" }), 0),
    sides: [3, 4, 6, 7, null].map((value) => bounds.side(value, { floor: 4, ceiling: 6 })),
    superset: [bounds.nextStep(turns, done(0, 1), 0), bounds.nextStep(turns, [...done(0, 1), ...done(1, 1)], 1),
      bounds.nextStep(turns, [...done(0, 3), ...done(1, 3)], 1)],
    ration: bounds.rationLeft(ration, "pull", [sets(3, 3, { pattern: "pull" })], done(0, 1, { rir: 0 })),
    plates: [units.plates(100, "kg"), units.plates(62.5, "kg"), units.plates(135, "lb"), units.plates(61, "kg")],
    pounds: [units.convert(100, "kg", "lb"), units.convert(225, "lb", "kg")],
    emom: [0, 59, 60, 599, 600].map((s) => { const at = clock.circuitAt(emom, s); return [at.round, at.left, at.over]; }),
    tabata: [0, 19, 20, 29, 30, 239, 240].map((s) => { const at = clock.circuitAt(tabata, s); return [at.round, at.phase, at.left]; }),
    amrap: [0, 719, 720].map((s) => clock.circuitAt(amrap, s).left),
    beats: [heart.beats(view(0, 72)), heart.beats(view(1, 44, 1)), heart.beats(view(4, 72)), heart.beats(view(6, 72))],
  };
}
