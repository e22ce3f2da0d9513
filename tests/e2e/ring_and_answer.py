#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two people of a practice in one script: the first rings the second, who answers. Written from PROTOCOL.md alone.

Usage: ring_and_answer.py INVITATION INVITATION   (each for a member and a workstation; passwords are made up here)
"""
import asyncio, base64, hashlib, json, os, ssl, subprocess, sys
import websockets


def b64(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def unb64(text): return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def authority(address, pin):
    """The certificate in the server's chain whose key has the invitation's digest; nothing is sent to get it."""
    shown = subprocess.run(["openssl", "s_client", "-showcerts", "-connect", address], input=b"", capture_output=True).stdout
    for part in shown.split(b"-----BEGIN CERTIFICATE-----")[1:]:
        pem = b"-----BEGIN CERTIFICATE-----" + part.split(b"-----END")[0] + b"-----END CERTIFICATE-----\n"
        key = subprocess.run(["openssl", "x509", "-noout", "-pubkey"], input=pem, capture_output=True).stdout
        der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, capture_output=True).stdout
        if hashlib.sha256(der).digest() == pin:
            return pem.decode()
    sys.exit("not the server of this invitation: nothing was sent")


class Person:
    async def join(self, invitation):
        address, blob = invitation.removeprefix("handbell://join/").split("/")
        blob = unb64(blob)
        tls = ssl.create_default_context(cadata=authority(address, blob[1:33]))
        self.socket = await websockets.connect(f"wss://{address}/", ssl=tls, subprotocols=["handbell.v1"])
        self.asked, self.notices = 0, []
        client = {"protocol": 1, "abilities": ["alerts"], "program": "ring_and_answer"}
        me = await self.ask("auth.join", client=client, code=b64(blob[33:49]), password=b64(os.urandom(12)))
        self.member = me["member"]
        self.practice = (await self.ask("sync"))["snapshot"]

    async def ask(self, kind, **members):
        self.asked += 1
        await self.socket.send(json.dumps({"type": kind, "id": self.asked, **members}))
        while (frame := json.loads(await self.socket.recv())).get("id") != self.asked:
            self.notices.append(frame)
        if frame["type"] == "error":
            sys.exit(f"{kind}: {frame['code']}: {frame['detail']}")
        return frame

    async def event(self, kind):
        """Waits for an event of this kind; tells the server how far we have read."""
        while True:
            frame = self.notices.pop(0) if self.notices else json.loads(await self.socket.recv())
            if frame["type"] == "events":
                await self.socket.send(json.dumps({"type": "ack", "cursor": frame["cursor"]}))
                for event in frame["events"]:
                    if event["kind"] == kind:
                        return event


async def main():
    desk, nurse = Person(), Person()
    await desk.join(sys.argv[1])
    await nurse.join(sys.argv[2])
    template = desk.practice["templates"][0]
    to = {"kind": "person", "id": nurse.member, "role": ""}
    rung = await desk.ask("alert.raise", nonce=b64(os.urandom(16)), template=template["id"], address=to)
    alert = await nurse.event("alert_raised")
    assert alert["seq"] == rung["seq"] and alert["actor"] == desk.member
    await nurse.ask("receipts.post", state="shown", events=[alert["seq"]])
    await nurse.ask("alert.answer", nonce=b64(os.urandom(16)), alert=alert["seq"], reply="coming")
    answer = await desk.event("alert_answered")
    assert answer["payload"]["alert"] == rung["seq"] and answer["payload"]["reply"] == "coming"
    await asyncio.gather(desk.socket.close(), nurse.socket.close())
    print(f"alert {rung['seq']} ({template['key']}) answered: {answer['payload']['reply']}")

asyncio.run(asyncio.wait_for(main(), timeout=30))
