// What the day calls for, held against what was done so far. Pure: plain values in, plain values out.

/** The work sets of a step, warm-ups left out. */
export const workSets = (sets, index) => sets.filter((one) => one.step === index && one.kind !== "warm-up");

/** How many sets a step asks for at least and at most; an open side of the plan is as wide as its other side says. */
export function setBounds(step) {
  const rounds = step.rounds ?? 1;
  const floor = (step.sets.floor ?? 1) * rounds;
  const ceiling = step.sets.ceiling === null ? null : step.sets.ceiling * rounds;
  return { floor, ceiling };
}

/** Where a value stands to a floor and a ceiling: "inside", "below", "above", or "unknown" without a value. */
export function side(value, bounds) {
  if (value === null || value === undefined || Number.isNaN(value)) return "unknown";
  if (bounds.ceiling !== null && value > bounds.ceiling) return "above";
  if (bounds.floor !== null && value < bounds.floor) return "below";
  return "inside";
}

/** How a step stands: "open" below its floor, "enough" inside, "top" at its ceiling, "past" beyond it. */
export function standing(step, sets, index) {
  if (step.kind !== "sets") return "open";
  const done = workSets(sets, index).length;
  const { floor, ceiling } = setBounds(step);
  if (ceiling !== null && done > ceiling) return "past";
  if (ceiling !== null && done >= ceiling) return "top";
  return done >= floor ? "enough" : "open";
}

/** Whether everything the day asks for stands at its top: to stop here is a full success. */
export function dayAtTop(steps, sets, finished) {
  return steps.length > 0 && steps.every((step, index) =>
    step.kind === "sets" ? ["top", "past"].includes(standing(step, sets, index)) : finished.includes(index));
}

/** Whether everything the day asks for is done at least to its floor. */
export function dayServed(steps, sets, finished) {
  return steps.length > 0 && steps.every((step, index) =>
    step.kind === "sets" ? standing(step, sets, index) !== "open" : finished.includes(index));
}

/** The bound that a target sets on a quantity, or null: { quantity, floor, ceiling, written }. */
export const target = (step, quantity) => step.targets.find((one) => one.quantity === quantity) ?? null;

/** Whether a set ended because no further repetition was possible, by what was logged. */
export const toFailure = (one) =>
  one.kind === "failure" || one.rir === 0 || (one.reps === 0 && one.load !== null && one.load !== undefined);

/**
 * What is left of the failure ration for a pattern: { left, of, span } for the tightest limit, or null without one.
 * A ration per pattern counts its own pattern alone.
 */
export function rationLeft(ration, pattern, steps, sets) {
  if (!ration) return null;
  const counts = (one) => !ration.per_pattern || steps[one.step]?.pattern === pattern;
  const here = sets.filter((one) => toFailure(one) && counts(one)).length;
  const before = Object.entries(ration.spent)
    .filter(([name]) => !ration.per_pattern || name === pattern)
    .reduce((sum, [, count]) => sum + count, 0);
  const limits = [];
  if (ration.per_session !== null) limits.push({ left: ration.per_session - here, of: ration.per_session, span: "session" });
  if (ration.per_week !== null) limits.push({ left: ration.per_week - before - here, of: ration.per_week, span: "week" });
  return limits.sort((one, other) => one.left - other.left)[0] ?? null;
}

/** The step to go on with after a set: the next of a superset or circuit in turn, else the same until it is at its top; what no plan asked for has none. */
export function nextStep(steps, sets, index) {
  const step = steps[index];
  if (!step) return index;
  const together = (other) =>
    (step.superset && other.superset === step.superset) ||
    (step.circuit && other.circuit && other.circuit.number === step.circuit.number);
  const turn = steps.map((other, place) => place).filter((place) => place === index || together(steps[place]));
  if (turn.length > 1) {
    const behind = turn.filter((place) => !["top", "past"].includes(standing(steps[place], sets, place)));
    const fewest = (place) => workSets(sets, place).length;
    if (behind.length) return behind.reduce((best, place) => (fewest(place) < fewest(best) ? place : best));
  }
  if (!["top", "past"].includes(standing(step, sets, index))) return index;
  const open = steps.findIndex((other, place) => place > index && !["top", "past"].includes(standing(other, sets, place)));
  return open < 0 ? index : open;
}
