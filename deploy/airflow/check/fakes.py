"""What scripts/full/airflow puts around Dangol and Airflow, one process for both.

`/search/v1/blog` plays Naver's blog search: POSTS posts, half of them about an event of a shop, each in
words of its own. Everything else is handed on to Dangol, as a gateway would; the answer to the first
start of a run is lost on the way back, so that the task must try again and may not start a second run.

Usage: fakes.py PORT DANGOL_PORT_FILE LOST_FILE
"""

import json
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

POSTS = 240
TRADES = ["카페", "미용실", "치킨집", "꽃집", "네일샵", "베이커리", "고깃집", "서점", "세차장", "안경점"]
PLACES = ["서울 마포구", "부산 해운대구", "경기 성남시 분당구", "대구 수성구"]
PRIZES = ["머그컵", "에코백", "핸드크림", "조각케이크", "양말", "키링", "텀블러", "쿠키", "우산", "엽서"]
NAMES = ["오픈 1주년 이벤트", "단골 감사 이벤트", "크리스마스 이벤트"]


def post(number: int) -> dict:
    half, trade = number // 2, TRADES[number // 2 % len(TRADES)]
    # The three numbers run through all combinations before one comes again.
    prize = PRIZES[half // len(TRADES) % len(PRIZES)]
    place, name = PLACES[half % len(PLACES)], NAMES[half % len(NAMES)]
    if number % 2:
        title, text = f"{place} {trade} 다녀온 이야기 {number}", "날씨가 좋아서 걸었습니다. 사람이 많았고 <b>재미있게</b> 놀았어요."
    else:
        title = f"{place} {trade} <b>{name}</b>"
        text = f"팔로우하고 댓글을 남기시면 추첨해서 {prize} 증정! {place} {trade}에서 기다릴게요 &amp; 감사합니다"
    return {
        "title": title,
        "link": f"https://blog.example.com/post/{number}",
        "description": text,
        "bloggername": "이름없음",
        "bloggerlink": "blog.example.com",
        "postdate": (date.today() - timedelta(days=1 + number // 40)).strftime("%Y%m%d"),
    }


class Fakes(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path == "/search/v1/blog":
            self.search(urllib.parse.parse_qs(url.query))
        else:
            self.hand_on(None)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.hand_on(body)

    def search(self, query: dict) -> None:
        if self.headers.get("X-NCP-APIGW-API-KEY-ID") != "check" or self.headers.get("X-NCP-APIGW-API-KEY") != "check":
            return self.answer(401, {"errorCode": "024", "errorMessage": "Authentication failed"})
        display, start = int(query["display"][0]), int(query["start"][0])
        if not 1 <= display <= 100 or not 1 <= start <= 1000:
            return self.answer(400, {"errorCode": "SE02", "errorMessage": "out of range"})
        # Both default queries find the same posts, as they often do.
        items = [post(number) for number in range(start - 1, min(start - 1 + display, POSTS))]
        self.answer(200, {"total": POSTS, "start": start, "display": len(items), "items": items})

    def hand_on(self, body: bytes | None) -> None:
        port = pathlib.Path(sys.argv[2]).read_text().strip()
        request = urllib.request.Request(f"http://127.0.0.1:{port}{self.path}", data=body, method=self.command)
        for name in ("Authorization", "Accept", "Content-Type", "Idempotency-Key"):
            if self.headers.get(name):
                request.add_header(name, self.headers[name])
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            status, text = refused.code, refused.read()
        lost = pathlib.Path(sys.argv[3])
        if self.command == "POST" and status == 202 and not lost.exists():
            lost.write_text(self.path)
            return self.answer(502, {"detail": "the answer was lost"})
        self.send(status, text)

    def answer(self, status: int, content: dict) -> None:
        self.send(status, json.dumps(content, ensure_ascii=False).encode())

    def send(self, status: int, text: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Fakes).serve_forever()
