"""An operator at Dangol's HTTP API, for scripts/full/airflow.

  desk.py ADDRESS token EMAIL PASSWORD     prints a new access token
  desk.py ADDRESS cases TOKEN              prints how many collected cases there are
  desk.py ADDRESS runs TOKEN               prints the runs, oldest first: steps and status
"""

import http.cookiejar
import json
import sys
import urllib.parse
import urllib.request

address, wanted, *arguments = sys.argv[1:]
cookies = http.cookiejar.CookieJar()
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))


def call(method, path, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address.rstrip("/") + path, data=data, method=method)
    request.add_header("Accept", "application/json")
    if data:
        request.add_header("Content-Type", "application/json")
    for name, value in (headers or {}).items():
        request.add_header(name, value)
    with opener.open(request, timeout=60) as answer:
        return json.load(answer)


if wanted == "token":
    call("POST", "/api/auth/login", {"email": arguments[0], "password": arguments[1]})
    call("GET", "/api/me")
    proof = next(each.value for each in cookies if each.name == "XSRF-TOKEN")
    answer = call("POST", "/api/me/tokens", {"name": "airflow"}, {"X-XSRF-TOKEN": urllib.parse.unquote(proof)})
    print(answer["token"])
else:
    bearer = {"Authorization": f"Bearer {arguments[0]}"}
    if wanted == "cases":
        print(call("GET", "/api/ops/cases?origin=COLLECTED&limit=1", headers=bearer)["total"])
    else:
        runs = call("GET", "/api/ops/collection/runs?limit=50", headers=bearer)["items"]
        for run in reversed(runs):
            steps = sorted({part["name"] for part in run["steps"]})
            print(",".join(steps), run["status"])
