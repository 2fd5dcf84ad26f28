// Clocks of a session: rest, intervals of a circuit, and a screen that stays awake while they run.

let audio = null;

/** Prepare sound; browsers allow it only from a tap. */
export function readySound() {
  audio ??= "AudioContext" in window ? new AudioContext() : null;
  audio?.resume();
}

/** A short tone and a buzz. */
export function alertOnce(high = false) {
  navigator.vibrate?.(high ? [120, 80, 120] : 120);
  if (!audio || audio.state !== "running") return;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = high ? 880 : 660;
  volume.gain.setValueAtTime(0.2, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
}

/** Where an interval clock stands after so many seconds: { round, left, phase, over }. `phase` is "work" or "rest". */
export function circuitAt(circuit, seconds) {
  const ceiling = circuit.rounds.ceiling ?? circuit.rounds.floor;
  if (circuit.kind === "tabata") return turns(seconds, 20, 10, ceiling ?? 8);
  if (circuit.kind === "emom") {
    const period = circuit.period_s ?? 60;
    const whole = circuit.time_s?.ceiling ?? null;
    return turns(seconds, period, 0, ceiling ?? (whole ? Math.round(whole / period) : null));
  }
  const end = circuit.kind === "amrap" ? circuit.time_s?.ceiling ?? circuit.cap_s : circuit.cap_s;
  const left = end === null || end === undefined ? null : Math.max(0, end - seconds);
  return { round: null, left, phase: "work", over: left === 0 };
}

function turns(seconds, work, rest, rounds) {
  const period = work + rest;
  const round = Math.floor(seconds / period) + 1;
  if (rounds !== null && round > rounds) return { round: rounds, left: 0, phase: "work", over: true };
  const within = seconds % period;
  const phase = within < work ? "work" : "rest";
  return { round, left: phase === "work" ? work - within : period - within, phase, over: false };
}

let awake = null;

/** Keep the screen on while a session goes on, where the browser can; asked again whenever the page is seen again. */
export async function stayAwake(wanted) {
  try {
    if (wanted && !awake && "wakeLock" in navigator && !document.hidden) {
      awake = await navigator.wakeLock.request("screen");
      awake.addEventListener("release", () => { awake = null; });
    } else if (!wanted) {
      await awake?.release();
    }
  } catch {
    awake = null; // refused, such as on a low battery; the session goes on with a dark screen
  }
}
