"""The guard of the heart rate with a strap that Chromium emulates: asked for, connected, heard, held to the bounds.

The emulation answers reads and takes subscriptions, but cannot send a notification by itself; so each beat is read, and
the browser tells the page of it by the same event as of a notification.
"""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longgame.app.write_plan import use_plan
from longgame.doors.wiring import open_setting
from tests.doors.web.browser import chromium, needs_chromium, opened, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium

FLAGS = ("--enable-features=WebBluetooth", "--enable-experimental-web-platform-features")
ADDRESS = "09:09:09:09:09:09"
SERVICE, MEASUREMENT, CONFIGURATION = (
    f"0000{number}-0000-1000-8000-00805f9b34fb" for number in ("180d", "2a37", "2902")
)
CONTACT, NO_CONTACT = 0b110, 0b100
PLAN = """longgame plan 1

season "Summer"  2021-07-19 .. 2021-08-01
  goal easy "Ride easily for an hour"

block "Base"  2 weeks  serves easy
  Thu "Easy ride" base for easy
    55..65 min ride hr 110..140 bpm
"""
KEEP_CHARACTERISTIC = """
const start = BluetoothRemoteGATTCharacteristic.prototype.startNotifications;
BluetoothRemoteGATTCharacteristic.prototype.startNotifications = function () {
  window.measurement = this;
  return start.call(this);
};
"""


class Strap:
    """An emulated strap that lies beside the machine, and the answer to the question which one is meant."""

    def __init__(self, browser: Browser, page: Page) -> None:
        self.page = page
        self.radio = browser.new_browser_cdp_session()
        self.characteristic = ""
        self.subscribed: list[str] = []
        self.prompts: list[str] = []
        chooser = page.context.new_cdp_session(page)
        chooser.send("DeviceAccess.enable")
        chooser.on("DeviceAccess.deviceRequestPrompted", lambda asked: self._choose(chooser, asked))
        self.radio.on("BluetoothEmulation.gattOperationReceived", self._answer)
        self.radio.on("BluetoothEmulation.characteristicOperationReceived", self._confirm)
        self._send("enable", state="powered-on", leSupported=True)
        known = {"address": ADDRESS, "name": "Strap", "manufacturerData": [], "knownServiceUuids": [SERVICE]}
        self._send("simulatePreconnectedPeripheral", **known)
        self.beat = b""

    def _send(self, method: str, **told: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self.radio.send(f"BluetoothEmulation.{method}", told)
        return answer

    def _choose(self, chooser: Any, asked: dict[str, Any]) -> None:
        """Choose once: the prompt is announced again while the first choice is on its way."""
        if asked["devices"] and not self.prompts:
            self.prompts.append(asked["id"])
            chooser.send("DeviceAccess.selectPrompt", {"id": asked["id"], "deviceId": asked["devices"][0]["id"]})

    def _answer(self, asked: dict[str, Any]) -> None:
        if asked["type"] == "discovery" and not self.characteristic:
            service = self._send("addService", address=ADDRESS, serviceUuid=SERVICE)["serviceId"]
            can = {"notify": True, "read": True}
            made = self._send("addCharacteristic", serviceId=service, characteristicUuid=MEASUREMENT, properties=can)
            self.characteristic = made["characteristicId"]
            self._send("addDescriptor", characteristicId=self.characteristic, descriptorUuid=CONFIGURATION)
        self._send("simulateGATTOperationResponse", address=ADDRESS, type=asked["type"], code=0)

    def _confirm(self, asked: dict[str, Any]) -> None:
        told = {"characteristicId": asked["characteristicId"], "type": asked["type"], "code": 0}
        if asked["type"] == "read":
            told["data"] = base64.b64encode(self.beat).decode()
        else:
            self.subscribed.append(asked["type"])
        self._send("simulateCharacteristicOperationResponse", **told)

    def tell(self, bpm: int, flags: int = CONTACT) -> None:
        """Tell of one beat, as the heart rate profile packs it."""
        self.beat = bytes([flags, bpm])
        self.page.evaluate("window.measurement.readValue().then(() => true)")


def test_a_strap_is_connected_heard_and_held_to_the_days_ceiling(tmp_path: Path) -> None:
    with open_setting(tmp_path / "journal") as setting:
        use_plan(setting, "easy", PLAN, datetime(2021, 7, 18, tzinfo=UTC))
    with served(tmp_path / "journal") as address, chromium(*FLAGS) as browser, opened(browser, 390, 844) as page:
        strap = Strap(browser, page)
        page.add_init_script(KEEP_CHARACTERISTIC)
        page.goto(f"{address}/log")
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_role("button", name="Connect a heart-rate strap").click()
        page.get_by_text("The strap has no contact").wait_for()
        assert strap.subscribed == ["subscribe-to-notifications"]
        strap.tell(131)
        page.locator(".pulse").get_by_text("131").first.wait_for()
        assert page.get_by_text("Above today's ceiling").count() == 0
        strap.tell(151)
        page.get_by_text("Above today's ceiling of 140.").wait_for()
        strap.tell(138)
        page.locator(".pulse").get_by_text("138").first.wait_for()
        assert page.get_by_text("Above today's ceiling").count() == 0
        strap.tell(0, NO_CONTACT)
        page.get_by_text("The strap has no contact").wait_for()
