// Heart rate from a strap over Bluetooth, where the browser has it. Nothing of it leaves the device.

const SERVICE = "heart_rate";
const MEASUREMENT = "heart_rate_measurement";

/** Whether this browser can listen to a strap at all. */
export const canListen = () => "bluetooth" in navigator;

/** Beats per minute in a measurement as the Bluetooth heart rate profile packs it; null for no contact with the skin. */
export function beats(view) {
  const flags = view.getUint8(0);
  const wide = flags & 1;
  const contactKnown = flags & 4;
  if (contactKnown && !(flags & 2)) return null;
  return wide ? view.getUint16(1, true) : view.getUint8(1);
}

/** Ask for a strap and hear it: hear(bpm or null) with every measurement, and lost() when it goes away. */
export async function listen(hear, lost) {
  const device = await navigator.bluetooth.requestDevice({ filters: [{ services: [SERVICE] }] });
  device.addEventListener("gattserverdisconnected", lost);
  const server = await device.gatt.connect();
  const service = await server.getPrimaryService(SERVICE);
  const measurement = await service.getCharacteristic(MEASUREMENT);
  measurement.addEventListener("characteristicvaluechanged", (event) => hear(beats(event.target.value)));
  await measurement.startNotifications();
  return () => device.gatt.disconnect();
}
