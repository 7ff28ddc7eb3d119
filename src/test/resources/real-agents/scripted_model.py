#!/usr/bin/env python3
"""scripted_model.py - a scripted model provider on loopback, for testing coding-agent
orchestrators against real agent CLIs with no network and no real credentials.

Python 3.8+ standard library only.

  python3 scripted_model.py --port 0 --log /tmp/stub.jsonl
  -> first stdout line:  {"event":"listening","port":40123,"url":"http://127.0.0.1:40123"}

Wire protocols (SSE streaming and plain JSON each):
  Anthropic   POST [/v1]/messages, POST [/v1]/messages/count_tokens
  OpenAI      POST [/v1]/responses, POST [/v1]/chat/completions, GET [/v1]/models
  Gemini      POST .../models/M:generateContent | :streamGenerateContent | :countTokens, GET .../models
Paths are matched by their tail, so any base-URL prefix works.

SCRIPT MARKERS - put them in the prompt; the latest user message that has any is the script.
(Or in the --control file / POST /__stub/control, which then override the prompt.)
 actions, one tool call each, in order, then a final text turn:
  [[write:NAME:CONTENT]]   shell tool call: write NAME, git add -A, git commit  (\\n in CONTENT = newline)
  [[shell:CMD]]            shell tool call: CMD
 final text (default "stub: done"):
  [[say:TEXT]]             TEXT
  [[review-pass]]          {"verdict":"pass","issues":[],"summary":...}
  [[review-fail:ISSUE]]    {"verdict":"fail","issues":[{"severity":"major","description":ISSUE}],...}
  [[json:{...}]]           the JSON text as it stands
  [[think:TEXT]]           a reasoning block in front of the reply
 faults (optional args, comma separated:  times=N fail only the first N matching requests,
         turn=N only on the N-th model turn (0 = first), retry=S retry-after seconds, status=N):
  [[rate-limit]]           429, the provider's real body + retry-after (default 20)
  [[usage-limit]]          429 of the subscription/plan kind, reset time in body/headers (reset=S, default 3600)
  [[quota]]                out of credit / billing
  [[overloaded]]           529 (Anthropic) / 503 (OpenAI, Gemini)
  [[server-error]]         500
  [[auth]]                 401 (Gemini: 400 API_KEY_INVALID, which is what it really sends; status=401 to force)
  [[forbidden]]            403
  [[bad-model]]            404 model not found
  [[context-overflow]]     400 prompt too long
  [[stream-error]]         200, then an error event in mid-stream
  [[disconnect]]           200, some of the reply, then the connection closes (mode=rst for a TCP reset)
  [[slow:SECONDS]]         the reply's text is spread over SECONDS
  [[hang]]                 never answers (mode=headers: 200 + headers first, then nothing)
 The order of effect: hang/fault first (while it applies), else the scripted turn.

Requests without tools that look like a CLI's own side query (session title, summary, routing)
get a harmless short answer and do not count (--no-side turns this off).

ADMIN: GET /__stub/health | GET /__stub/log (the request log as JSON) | POST /__stub/control (body =
marker text, empty = clear) | POST /__stub/reset (counters + log)
"""
import argparse, gzip, hashlib, json, os, re, select, signal, socket, struct, sys, threading, time, uuid, zlib
from datetime import datetime, timezone, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit, parse_qs

MARKER = re.compile(r"\[\[([a-z][a-z-]*)(?::((?:(?!\]\]).)*))?\]\]", re.S)
ACTIONS = {"write", "shell"}
FINALS = {"say", "review-pass", "review-fail", "json"}
FAULTS = {"rate-limit", "usage-limit", "quota", "overloaded", "server-error", "auth", "forbidden", "bad-model",
          "context-overflow", "stream-error", "disconnect", "hang"}
KNOWN = ACTIONS | FINALS | FAULTS | {"think", "slow"}
SHELL_NAMES = ["Bash", "bash", "run_shell_command", "shell_command", "exec_command", "shell", "local_shell",
               "container.exec", "execute_bash", "run_terminal_cmd", "execute_command", "run_command", "terminal"]
STRUCTURED_NAMES = ["StructuredOutput", "structured_output"]
SIDE = re.compile(r"\btitle\b|\btopic\b|summar(?:y|ize|ise)|next_speaker|name (?:for|of) (?:this|the|a) "
                  r"(?:session|branch|conversation|chat)|branch name|task complexity|model rout", re.I)
USAGE = {"input": 1200, "cached": 300, "cache_write": 100, "output": 42, "reasoning": 7}

lock = threading.Lock()
state = {"seq": 0, "control": None, "counts": {}, "log": []}
opts = None


def now():
    return datetime.now(timezone.utc)


def rid(prefix):
    return prefix + uuid.uuid4().hex[:24]


def dump(o):
    return json.dumps(o, separators=(",", ":"), ensure_ascii=False)


# ------------------------------------------------------------------ scripts

def parse_markers(text):
    out = []
    for m in MARKER.finditer(text or ""):
        if m.group(1) in KNOWN:
            out.append((m.group(1), m.group(2) or "", m.group(0)))
    return out


def parse_args(arg):
    """'20,times=2,turn=1' -> {'_':'20','times':'2','turn':'1'}"""
    out = {}
    for piece in (arg or "").split(","):
        piece = piece.strip()
        if "=" in piece:
            k, v = piece.split("=", 1)
            out[k.strip()] = v.strip()
        elif piece:
            out["_"] = piece
    return out


def sh_quote(s):
    return "'" + s.replace("'", "'\\''") + "'"


def write_command(arg):
    name, _, content = arg.partition(":")
    name = name.strip()
    content = content.replace("\\n", "\n").replace("\\t", "\t")
    d = os.path.dirname(name)
    pre = "mkdir -p %s && " % sh_quote(d) if d else ""
    return "%sprintf '%%s\\n' %s > %s && git add -A && git commit -q -m %s && git log --oneline -1" % (
        pre, sh_quote(content), sh_quote(name), sh_quote("Add " + name))


def review(kind, arg):
    if kind == "review-pass":
        return dump({"verdict": "pass", "issues": [], "summary": "stub review: no problems found"})
    return dump({"verdict": "fail", "issues": [{"severity": "major", "file": None, "line": None,
                                                "description": arg or "stub issue"}],
                 "summary": "stub review: 1 problem found"})


# ------------------------------------------------- reading requests (normalising)

class Req:
    """provider: anthropic|responses|chat|gemini; items: [(role, kind, text)] with role user|assistant and
    kind text|call|result; tools: [{name,type,schema}]"""
    def __init__(self, provider, model, stream, system, items, tools, schema=None):
        self.provider, self.model, self.stream, self.system = provider, model, stream, system
        self.items, self.tools, self.schema = items, tools, schema


def flat(content):
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "\n".join(flat(c) for c in content)
    if isinstance(content, dict):
        return flat(content.get("text") or content.get("content") or content.get("parts"))
    return str(content)


def read_anthropic(b):
    items = []
    for m in b.get("messages") or []:
        c = m.get("content")
        if isinstance(c, str):
            items.append((m.get("role"), "text", c))
            continue
        for blk in c or []:
            t = blk.get("type")
            if t == "text":
                items.append((m["role"], "text", blk.get("text", "")))
            elif t == "tool_use":
                items.append((m["role"], "call", blk.get("name", "")))
            elif t == "tool_result":
                items.append((m["role"], "result", flat(blk.get("content"))))
    tools = [{"name": t.get("name"), "type": t.get("type") or "function", "schema": t.get("input_schema") or {}}
             for t in b.get("tools") or []]
    fmt = (b.get("output_config") or {}).get("format") or b.get("output_format") or {}
    return Req("anthropic", b.get("model") or "stub", bool(b.get("stream")), flat(b.get("system")), items, tools,
               fmt.get("schema"))


def read_responses(b):
    items, inp = [], b.get("input")
    if isinstance(inp, str):
        inp = [{"role": "user", "content": inp}]
    for it in inp or []:
        t = it.get("type") or "message"
        if t == "message":
            items.append((it.get("role"), "text", flat(it.get("content"))))
        elif t in ("function_call", "custom_tool_call", "local_shell_call", "shell_call"):
            items.append(("assistant", "call", it.get("name") or t))
        elif t.endswith("_output"):
            items.append(("user", "result", flat(it.get("output"))))
    tools = []
    for t in b.get("tools") or []:
        if t.get("type") == "namespace":
            for s in t.get("tools") or []:
                tools.append({"name": s.get("name"), "type": s.get("type") or "function",
                              "schema": s.get("parameters") or {}, "namespace": t.get("name")})
        else:
            tools.append({"name": t.get("name") or t.get("type"), "type": t.get("type"),
                          "schema": t.get("parameters") or {}})
    fmt = (b.get("text") or {}).get("format") or {}
    return Req("responses", b.get("model") or "stub", bool(b.get("stream")), flat(b.get("instructions")), items, tools,
               fmt.get("schema"))


def read_chat(b):
    items, system = [], ""
    for m in b.get("messages") or []:
        role = m.get("role")
        if role in ("system", "developer"):
            system += flat(m.get("content"))
        elif role == "tool":
            items.append(("user", "result", flat(m.get("content"))))
        else:
            txt = flat(m.get("content"))
            if txt:
                items.append((role, "text", txt))
            for tc in m.get("tool_calls") or []:
                items.append(("assistant", "call", (tc.get("function") or {}).get("name", "")))
    tools = [{"name": (t.get("function") or {}).get("name"), "type": t.get("type"),
              "schema": (t.get("function") or {}).get("parameters") or {}} for t in b.get("tools") or []]
    rf = b.get("response_format") or {}
    r = Req("chat", b.get("model") or "stub", bool(b.get("stream")), system, items, tools,
            (rf.get("json_schema") or {}).get("schema"))
    r.include_usage = bool((b.get("stream_options") or {}).get("include_usage"))
    return r


def read_gemini(b, model, stream):
    items = []
    for c in b.get("contents") or []:
        role = "assistant" if c.get("role") == "model" else "user"
        for p in c.get("parts") or []:
            if "text" in p:
                items.append((role, "text", p.get("text") or ""))
            elif "functionCall" in p:
                items.append(("assistant", "call", p["functionCall"].get("name", "")))
            elif "functionResponse" in p:
                items.append(("user", "result", dump(p["functionResponse"].get("response"))))
    tools = []
    for t in b.get("tools") or []:
        for f in t.get("functionDeclarations") or t.get("function_declarations") or []:
            tools.append({"name": f.get("name"), "type": "function",
                          "schema": f.get("parametersJsonSchema") or f.get("parameters") or {}})
    gc = b.get("generationConfig") or {}
    return Req("gemini", model, stream, flat(b.get("systemInstruction")), items, tools,
               gc.get("responseJsonSchema") or gc.get("responseSchema"))


# ------------------------------------------------------------------ deciding

def instance(schema, depth=0):
    """a smallest instance of a JSON schema, for side queries that demand structured output"""
    if not isinstance(schema, dict) or depth > 6:
        return "stub"
    if schema.get("enum"):
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    for k in ("anyOf", "oneOf", "allOf"):
        if schema.get(k):
            return instance(schema[k][0], depth + 1)
    t = schema.get("type")
    t = (t[0] if isinstance(t, list) else t or ("object" if "properties" in schema else "string")).lower()
    if t == "object":
        props = schema.get("properties") or {}
        return {k: instance(v, depth + 1) for k, v in props.items()
                if not schema.get("required") or k in schema["required"]}
    return {"array": [], "integer": 0, "number": 0, "boolean": False, "null": None}.get(t, "stub")


def shell_tool(tools):
    by = {}
    for t in tools:
        by.setdefault(t["name"], t)
    for n in SHELL_NAMES:
        if n in by:
            return by[n]
    for t in tools:
        if re.search(r"shell|bash|terminal", t["name"] or "", re.I) and \
                {"command", "cmd", "script"} & set((t["schema"].get("properties") or {})):
            return t
    return None


def shell_args(tool, cmd):
    props = tool["schema"].get("properties") or {}
    args = {}
    for key in ("command", "cmd", "script"):
        if key in props:
            t = props[key].get("type")
            args[key] = ["bash", "-lc", cmd] if str(t).lower() == "array" else cmd
            break
    else:
        args["command"] = cmd
    if "description" in props:
        args["description"] = "stub: scripted shell command"
    for k in tool["schema"].get("required") or []:
        if k not in args:
            args[k] = instance(props.get(k) or {})
    return args


class Plan:
    def __init__(self):
        self.text = self.think = None
        self.tool = None            # {"tool":..., "args":...}
        self.fault = None           # (name, args)
        self.slow = 0.0
        self.turn = 0
        self.side = False
        self.markers = []


def control_text():
    if opts.control:
        try:
            with open(opts.control, encoding="utf-8") as f:
                t = f.read().strip()
                if t:
                    return t
        except OSError:
            pass
    return state["control"]


def decide(req):
    p = Plan()
    forced = control_text()
    idx = -1
    script = None
    if forced:
        script = forced
        for i, (role, kind, _) in enumerate(req.items):
            if role == "user" and kind == "text":
                idx = i
    else:
        for i, (role, kind, text) in enumerate(req.items):
            if role == "user" and kind == "text" and parse_markers(text):
                idx, script = i, text
    ms = parse_markers(script)
    p.markers = [m[2] for m in ms]
    p.turn = sum(1 for (_, kind, _) in req.items[idx + 1:] if kind == "result")
    if not opts.no_side and not req.tools:
        first = next((t for r, k, t in req.items if k == "text"), "")
        if req.schema or SIDE.search(req.system or "") or SIDE.search(re.sub(MARKER, "", first)[:2000]):
            p.side = True
            p.text = dump(instance(req.schema)) if req.schema else "Stub title"
            return p
    actions = [(k, a) for k, a, _ in ms if k in ACTIONS]
    for k, a, raw in ms:
        if k in FAULTS:
            args = parse_args(a)
            if "turn" in args and int(args["turn"]) != p.turn:
                continue
            if "times" in args:
                key = req.provider + raw
                with lock:
                    n = state["counts"].get(key, 0) + 1
                    state["counts"][key] = n
                if n > int(args["times"]):
                    continue
            p.fault = (k, args)
            break
    for k, a, _ in ms:
        if k == "slow":
            try:
                p.slow = float(parse_args(a).get("_", "5"))
            except ValueError:
                p.slow = 5.0
        elif k == "think":
            p.think = a
    if p.turn < len(actions):
        k, a = actions[p.turn]
        tool = shell_tool(req.tools)
        if tool is None:
            p.text = "stub: no shell tool among: " + ", ".join(str(t["name"]) for t in req.tools)
        else:
            p.tool = {"tool": tool, "args": shell_args(tool, write_command(a) if k == "write" else a)}
            p.text = "stub: running a command"
        return p
    finals = [(k, a) for k, a, _ in ms if k in FINALS]
    if finals:
        k, a = finals[-1]
        p.text = a if k in ("say", "json") else review(k, a)
        if k != "say":
            for t in req.tools:
                if t["name"] in STRUCTURED_NAMES:
                    if not (req.items and req.items[-1][1] == "result" and p.turn > len(actions)):
                        try:
                            p.tool = {"tool": t, "args": json.loads(p.text)}
                            p.text = None
                        except ValueError:
                            pass
                    else:
                        p.text = "stub: done"
                    break
    else:
        w = [a.partition(":")[0] for k, a in actions if k == "write"]
        p.text = "stub: done" + (", committed " + ", ".join(w) if w else "")
    if p.slow and p.tool is None:
        n = max(4, int(p.slow * 2))
        p.text = "".join("tick %d/%d. " % (i + 1, n) for i in range(n)) + p.text
    return p


# ------------------------------------------------------------------ faults: the providers' own bodies

def fault_http(req, name, args):
    """-> (status, headers, body dict) or None when the fault acts inside a 200 stream"""
    retry = int(float(args.get("retry", "20")))
    reset_s = int(float(args.get("reset", "3600")))
    t = now()
    iso = (t + timedelta(seconds=retry)).strftime("%Y-%m-%dT%H:%M:%SZ")
    epoch = int(t.timestamp()) + reset_s
    st = int(args["status"]) if "status" in args else None
    if req.provider == "anthropic":
        r = rid("req_01")
        base = {"request-id": r, "anthropic-organization-id": "00000000-0000-0000-0000-000000000000"}

        def err(kind, msg):
            return {"type": "error", "error": {"type": kind, "message": msg}, "request_id": r}
        if name == "rate-limit":
            h = dict(base, **{"retry-after": str(retry), "x-should-retry": "true",
                              "anthropic-ratelimit-requests-limit": "50", "anthropic-ratelimit-requests-remaining": "0",
                              "anthropic-ratelimit-requests-reset": iso,
                              "anthropic-ratelimit-input-tokens-limit": "30000",
                              "anthropic-ratelimit-input-tokens-remaining": "0",
                              "anthropic-ratelimit-input-tokens-reset": iso,
                              "anthropic-ratelimit-output-tokens-limit": "8000",
                              "anthropic-ratelimit-output-tokens-remaining": "8000",
                              "anthropic-ratelimit-output-tokens-reset": iso})
            return st or 429, h, err("rate_limit_error",
                "This request would exceed your organization's rate limit of 30,000 input tokens per minute (org: "
                "00000000-0000-0000-0000-000000000000, model: %s). For details, refer to: "
                "https://docs.claude.com/en/api/rate-limits. You can see the response headers for current usage. "
                "Please reduce the prompt length or the maximum tokens requested, or try again later. You may also "
                "contact sales at https://claude.com/contact-sales to discuss your options for a rate limit increase."
                % req.model)
        if name == "usage-limit":
            claim = args.get("claim", "five_hour")
            h = dict(base, **{"retry-after": str(reset_s), "x-should-retry": "false",
                              "anthropic-ratelimit-unified-status": "rejected",
                              "anthropic-ratelimit-unified-reset": str(epoch),
                              "anthropic-ratelimit-unified-representative-claim": claim,
                              "anthropic-ratelimit-unified-overage-status": "rejected",
                              "anthropic-ratelimit-unified-overage-disabled-reason": "org_level_disabled",
                              "anthropic-ratelimit-unified-5h-status": "rejected",
                              "anthropic-ratelimit-unified-5h-reset": str(epoch),
                              "anthropic-ratelimit-unified-5h-utilization": "1.0",
                              "anthropic-ratelimit-unified-7d-status": "allowed",
                              "anthropic-ratelimit-unified-7d-reset": str(epoch + 400000),
                              "anthropic-ratelimit-unified-7d-utilization": "0.4"})
            return st or 429, h, err("rate_limit_error",
                                     "This request would exceed your account's rate limit. Please try again later.")
        if name == "quota":
            return st or 400, base, err("invalid_request_error", "Your credit balance is too low to access the "
                                        "Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.")
        if name == "overloaded":
            return st or 529, dict(base, **{"x-should-retry": "true"}), err("overloaded_error", "Overloaded")
        if name == "server-error":
            return st or 500, dict(base, **{"x-should-retry": "true"}), err("api_error", "Internal server error")
        if name == "auth":
            return st or 401, dict(base, **{"x-should-retry": "false"}), err("authentication_error", "invalid x-api-key")
        if name == "forbidden":
            return st or 403, base, err("permission_error", "Your API key does not have permission to use the "
                                        "specified resource.")
        if name == "bad-model":
            return st or 404, base, err("not_found_error", "model: " + req.model)
        if name == "context-overflow":
            return st or 400, base, err("invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum")
    if req.provider in ("responses", "chat"):
        r = rid("req_")
        base = {"x-request-id": r, "openai-organization": "org-stub", "openai-version": "2020-10-01"}

        def err(kind, msg, code):
            return {"error": {"message": msg, "type": kind, "param": None, "code": code}}
        if name == "rate-limit":
            h = dict(base, **{"retry-after": str(retry), "retry-after-ms": str(retry * 1000),
                              "x-ratelimit-limit-requests": "500", "x-ratelimit-limit-tokens": "30000",
                              "x-ratelimit-remaining-requests": "499", "x-ratelimit-remaining-tokens": "0",
                              "x-ratelimit-reset-requests": "120ms", "x-ratelimit-reset-tokens": "%ds" % retry})
            return st or 429, h, err("tokens", "Rate limit reached for %s in organization org-stub on tokens per min "
                                     "(TPM): Limit 30000, Used 30000, Requested 9000. Please try again in %ds. Visit "
                                     "https://platform.openai.com/account/rate-limits to learn more."
                                     % (req.model, retry), "rate_limit_exceeded")
        if name == "usage-limit":
            h = dict(base, **{"x-codex-primary-used-percent": "100.0", "x-codex-primary-window-minutes": "300",
                              "x-codex-primary-reset-after-seconds": str(reset_s), "x-codex-primary-reset-at": str(epoch),
                              "x-codex-secondary-used-percent": "40.0", "x-codex-secondary-window-minutes": "10080",
                              "x-codex-secondary-reset-after-seconds": "400000",
                              "x-codex-secondary-reset-at": str(epoch + 400000)})
            return st or 429, h, {"error": {"type": "usage_limit_reached", "message": "The usage limit has been reached",
                                            "plan_type": "plus", "resets_at": epoch, "resets_in_seconds": reset_s}}
        if name == "quota":
            return st or 429, base, err("insufficient_quota", "You exceeded your current quota, please check your plan "
                                        "and billing details. For more information on this error, read the docs: "
                                        "https://platform.openai.com/docs/guides/error-codes/api-errors.",
                                        "insufficient_quota")
        if name == "overloaded":
            return st or 503, base, err("server_error", "The server is currently overloaded with other requests. "
                                        "Sorry about that! You can retry your request, or contact us through our help "
                                        "center at help.openai.com if the error persists.", None)
        if name == "server-error":
            return st or 500, base, err("server_error", "The server had an error while processing your request. Sorry "
                                        "about that!", None)
        if name == "auth":
            return st or 401, base, err("invalid_request_error", "Incorrect API key provided: sk-test. You can find "
                                        "your API key at https://platform.openai.com/account/api-keys.",
                                        "invalid_api_key")
        if name == "forbidden":
            return st or 403, base, err("invalid_request_error", "You have insufficient permissions for this operation.",
                                        None)
        if name == "bad-model":
            return st or 404, base, err("invalid_request_error", "The model `%s` does not exist or you do not have "
                                        "access to it." % req.model, "model_not_found")
        if name == "context-overflow":
            return st or 400, base, err("invalid_request_error", "Your input exceeds the context window of this model. "
                                        "Please adjust your input and try again.", "context_length_exceeded")
    if req.provider == "gemini":
        def err(code, msg, status, details=None):
            e = {"code": code, "message": msg, "status": status}
            if details:
                e["details"] = details
            return {"error": e}
        G = "type.googleapis.com/google.rpc."
        if name in ("rate-limit", "usage-limit", "quota"):
            per = "Minute" if name == "rate-limit" else "Day"
            delay = retry if name == "rate-limit" else reset_s
            return st or 429, {"retry-after": str(delay)} if name == "rate-limit" else {}, err(
                429, "You exceeded your current quota, please check your plan and billing details. For more "
                "information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits. To monitor "
                "your current usage, head to: https://ai.dev/rate-limit. \n* Quota exceeded for metric: "
                "generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 5, model: %s\n"
                "Please retry in %d.0s." % (req.model, delay), "RESOURCE_EXHAUSTED",
                [{"@type": G + "Help", "links": [{"description": "Learn more about Gemini API quotas",
                                                  "url": "https://ai.google.dev/gemini-api/docs/rate-limits"}]},
                 {"@type": G + "QuotaFailure", "violations": [
                     {"quotaMetric": "generativelanguage.googleapis.com/generate_content_free_tier_requests",
                      "quotaId": "GenerateRequestsPer%sPerProjectPerModel-FreeTier" % per,
                      "quotaDimensions": {"location": "global", "model": req.model}, "quotaValue": "5"}]},
                 {"@type": G + "RetryInfo", "retryDelay": "%ds" % delay}])
        if name == "overloaded":
            return st or 503, {}, err(st or 503, "The model is overloaded. Please try again later.", "UNAVAILABLE")
        if name == "server-error":
            return st or 500, {}, err(500, "An internal error has occurred. Please retry or report in "
                                      "https://developers.generativeai.google/guide/troubleshooting", "INTERNAL")
        if name == "auth":
            if st == 401:
                return 401, {}, err(401, "Request had invalid authentication credentials. Expected OAuth 2 access "
                                    "token, login cookie or other valid authentication credential.", "UNAUTHENTICATED")
            return st or 400, {}, err(400, "API key not valid. Please pass a valid API key.", "INVALID_ARGUMENT",
                                      [{"@type": G + "ErrorInfo", "reason": "API_KEY_INVALID",
                                        "domain": "googleapis.com",
                                        "metadata": {"service": "generativelanguage.googleapis.com"}},
                                       {"@type": G + "LocalizedMessage", "locale": "en-US",
                                        "message": "API key not valid. Please pass a valid API key."}])
        if name == "forbidden":
            return st or 403, {}, err(403, "The caller does not have permission", "PERMISSION_DENIED")
        if name == "bad-model":
            return st or 404, {}, err(404, "models/%s is not found for API version v1beta, or is not supported for "
                                      "generateContent. Call ListModels to see the list of available models and their "
                                      "supported methods." % req.model, "NOT_FOUND")
        if name == "context-overflow":
            return st or 400, {}, err(400, "The input token count (1208310) exceeds the maximum number of tokens "
                                      "allowed (1048576).", "INVALID_ARGUMENT")
    return None


def stream_error(req):
    """the error event a provider sends inside a stream that began with 200"""
    if req.provider == "anthropic":
        return sse({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}, "error")
    if req.provider == "responses":
        return sse({"type": "response.failed", "sequence_number": 99, "response": {
            "id": rid("resp_"), "object": "response", "status": "failed", "model": req.model, "output": [],
            "error": {"code": "server_error", "message": "An error occurred while processing your request. You can "
                      "retry your request, or contact us through our help center at help.openai.com if the error "
                      "persists."}, "usage": None}}, "response.failed")
    if req.provider == "chat":
        return sse({"error": {"message": "The server had an error while processing your request. Sorry about that!",
                              "type": "server_error", "param": None, "code": None}})
    return sse({"error": {"code": 503, "message": "The model is overloaded. Please try again later.",
                          "status": "UNAVAILABLE"}})


# ------------------------------------------------------------------ replies

def sse(obj, event=None):
    return (("event: %s\n" % event if event else "") + "data: " + dump(obj) + "\n\n").encode()


def chunks(text, plan):
    if not text:
        return []
    n = max(4, int(plan.slow * 2)) if plan.slow else 4
    size = max(1, -(-len(text) // n))
    return [text[i:i + size] for i in range(0, len(text), size)]


def anthropic_usage(final=True):
    u = {"input_tokens": USAGE["input"], "cache_creation_input_tokens": USAGE["cache_write"],
         "cache_read_input_tokens": USAGE["cached"],
         "cache_creation": {"ephemeral_5m_input_tokens": USAGE["cache_write"], "ephemeral_1h_input_tokens": 0},
         "output_tokens": USAGE["output"] if final else 1, "service_tier": "standard"}
    return u


def out_anthropic(req, plan):
    mid, blocks = rid("msg_01"), []
    if plan.think:
        blocks.append({"type": "thinking", "thinking": plan.think, "signature": "c3R1Yg=="})
    if plan.text:
        blocks.append({"type": "text", "text": plan.text})
    if plan.tool:
        blocks.append({"type": "tool_use", "id": rid("toolu_01"), "name": plan.tool["tool"]["name"],
                       "input": plan.tool["args"]})
    stop = "tool_use" if plan.tool else "end_turn"
    msg = {"id": mid, "type": "message", "role": "assistant", "model": req.model, "content": blocks,
           "stop_reason": stop, "stop_sequence": None, "usage": anthropic_usage()}
    if not req.stream:
        return msg, None

    def gen():
        yield "ctl", sse({"type": "message_start", "message": dict(msg, content=[], stop_reason=None,
                                                                   usage=anthropic_usage(False))}, "message_start")
        for i, b in enumerate(blocks):
            t = b["type"]
            start = {"thinking": {"type": "thinking", "thinking": "", "signature": ""},
                     "text": {"type": "text", "text": ""},
                     "tool_use": {"type": "tool_use", "id": b.get("id"), "name": b.get("name"), "input": {}}}[t]
            yield "ctl", sse({"type": "content_block_start", "index": i, "content_block": start}, "content_block_start")
            if i == 0:
                yield "ctl", sse({"type": "ping"}, "ping")
            if t == "thinking":
                yield "ctl", sse({"type": "content_block_delta", "index": i, "delta": {
                    "type": "thinking_delta", "thinking": b["thinking"]}}, "content_block_delta")
                yield "ctl", sse({"type": "content_block_delta", "index": i, "delta": {
                    "type": "signature_delta", "signature": b["signature"]}}, "content_block_delta")
            elif t == "text":
                for c in chunks(b["text"], plan):
                    yield "delta", sse({"type": "content_block_delta", "index": i,
                                        "delta": {"type": "text_delta", "text": c}}, "content_block_delta")
            else:
                raw = dump(b["input"])
                half = len(raw) // 2
                for c in ("", raw[:half], raw[half:]):
                    yield "ctl", sse({"type": "content_block_delta", "index": i, "delta": {
                        "type": "input_json_delta", "partial_json": c}}, "content_block_delta")
            yield "ctl", sse({"type": "content_block_stop", "index": i}, "content_block_stop")
        yield "ctl", sse({"type": "message_delta", "delta": {"stop_reason": stop, "stop_sequence": None},
                          "usage": {k: v for k, v in anthropic_usage().items() if k.endswith("tokens")}},
                         "message_delta")
        yield "ctl", sse({"type": "message_stop"}, "message_stop")
    return None, gen()


def out_responses(req, plan):
    resp_id, out = rid("resp_"), []
    if plan.think:
        out.append({"id": rid("rs_"), "type": "reasoning", "summary": [{"type": "summary_text", "text": plan.think}],
                    "encrypted_content": "c3R1Yg=="})
    if plan.text:
        out.append({"id": rid("msg_"), "type": "message", "status": "completed", "role": "assistant",
                    "content": [{"type": "output_text", "text": plan.text, "annotations": [], "logprobs": []}]})
    if plan.tool:
        t, call = plan.tool["tool"], rid("call_")
        if t["type"] == "local_shell":
            cmd = plan.tool["args"].get("command")
            out.append({"id": rid("lsh_"), "type": "local_shell_call", "status": "completed", "call_id": call,
                        "action": {"type": "exec", "command": cmd if isinstance(cmd, list) else ["bash", "-lc", cmd],
                                   "env": {}}})
        elif t["type"] == "custom":
            out.append({"id": rid("ctc_"), "type": "custom_tool_call", "status": "completed", "call_id": call,
                        "name": t["name"], "input": plan.tool["args"].get("input") or dump(plan.tool["args"])})
        else:
            it = {"id": rid("fc_"), "type": "function_call", "status": "completed", "call_id": call,
                  "name": t["name"], "arguments": dump(plan.tool["args"])}
            if t.get("namespace"):
                it["namespace"] = t["namespace"]
            out.append(it)
    total_in = USAGE["input"] + USAGE["cached"]
    usage = {"input_tokens": total_in, "input_tokens_details": {"cached_tokens": USAGE["cached"]},
             "output_tokens": USAGE["output"], "output_tokens_details": {"reasoning_tokens": USAGE["reasoning"]},
             "total_tokens": total_in + USAGE["output"]}
    resp = {"id": resp_id, "object": "response", "created_at": int(time.time()), "status": "completed",
            "background": False, "error": None, "incomplete_details": None, "model": req.model, "output": out,
            "parallel_tool_calls": False, "store": False, "tool_choice": "auto", "tools": [], "usage": usage,
            "metadata": {}}
    if not req.stream:
        return resp, None

    def gen():
        n = [0]

        def ev(kind, name, **kw):
            d = dict({"type": name, "sequence_number": n[0]}, **kw)
            n[0] += 1
            return kind, sse(d, name)
        begun = dict(resp, status="in_progress", output=[], usage=None)
        yield ev("ctl", "response.created", response=begun)
        yield ev("ctl", "response.in_progress", response=begun)
        for i, it in enumerate(out):
            t = it["type"]
            if t == "message":
                yield ev("ctl", "response.output_item.added", output_index=i,
                         item=dict(it, status="in_progress", content=[]))
                yield ev("ctl", "response.content_part.added", item_id=it["id"], output_index=i, content_index=0,
                         part={"type": "output_text", "text": "", "annotations": [], "logprobs": []})
                for c in chunks(plan.text, plan):
                    yield ev("delta", "response.output_text.delta", item_id=it["id"], output_index=i,
                             content_index=0, delta=c, logprobs=[])
                yield ev("ctl", "response.output_text.done", item_id=it["id"], output_index=i, content_index=0,
                         text=plan.text, logprobs=[])
                yield ev("ctl", "response.content_part.done", item_id=it["id"], output_index=i, content_index=0,
                         part=it["content"][0])
            elif t == "function_call":
                yield ev("ctl", "response.output_item.added", output_index=i,
                         item=dict(it, status="in_progress", arguments=""))
                yield ev("ctl", "response.function_call_arguments.delta", item_id=it["id"], output_index=i,
                         delta=it["arguments"])
                yield ev("ctl", "response.function_call_arguments.done", item_id=it["id"], output_index=i,
                         arguments=it["arguments"])
            elif t == "reasoning":
                yield ev("ctl", "response.output_item.added", output_index=i, item=dict(it, summary=[]))
                yield ev("ctl", "response.reasoning_summary_part.added", item_id=it["id"], output_index=i,
                         summary_index=0, part={"type": "summary_text", "text": ""})
                yield ev("ctl", "response.reasoning_summary_text.delta", item_id=it["id"], output_index=i,
                         summary_index=0, delta=plan.think)
                yield ev("ctl", "response.reasoning_summary_text.done", item_id=it["id"], output_index=i,
                         summary_index=0, text=plan.think)
                yield ev("ctl", "response.reasoning_summary_part.done", item_id=it["id"], output_index=i,
                         summary_index=0, part=it["summary"][0])
            else:
                yield ev("ctl", "response.output_item.added", output_index=i, item=dict(it, status="in_progress"))
            yield ev("ctl", "response.output_item.done", output_index=i, item=it)
        yield ev("ctl", "response.completed", response=resp)
    return None, gen()


def out_chat(req, plan):
    cid, created = rid("chatcmpl-"), int(time.time())
    prompt = USAGE["input"] + USAGE["cached"]
    usage = {"prompt_tokens": prompt, "completion_tokens": USAGE["output"], "total_tokens": prompt + USAGE["output"],
             "prompt_tokens_details": {"cached_tokens": USAGE["cached"], "audio_tokens": 0},
             "completion_tokens_details": {"reasoning_tokens": USAGE["reasoning"], "audio_tokens": 0,
                                           "accepted_prediction_tokens": 0, "rejected_prediction_tokens": 0}}
    tc = None
    if plan.tool:
        tc = {"id": rid("call_"), "type": "function", "function": {"name": plan.tool["tool"]["name"],
                                                                   "arguments": dump(plan.tool["args"])}}
    fin = "tool_calls" if tc else "stop"
    if not req.stream:
        m = {"role": "assistant", "content": plan.text, "refusal": None, "annotations": []}
        if plan.think:
            m["reasoning_content"] = plan.think
        if tc:
            m["tool_calls"] = [tc]
        return {"id": cid, "object": "chat.completion", "created": created, "model": req.model, "choices": [
            {"index": 0, "message": m, "logprobs": None, "finish_reason": fin}], "usage": usage,
            "service_tier": "default", "system_fingerprint": "fp_stub"}, None

    def ch(delta, finish=None, **kw):
        return sse(dict({"id": cid, "object": "chat.completion.chunk", "created": created, "model": req.model,
                         "system_fingerprint": "fp_stub", "choices": [
                             {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}]}, **kw))

    def gen():
        yield "ctl", ch({"role": "assistant", "content": "", "refusal": None})
        if plan.think:
            yield "ctl", ch({"reasoning_content": plan.think})
        for c in chunks(plan.text, plan):
            yield "delta", ch({"content": c})
        if tc:
            yield "ctl", ch({"tool_calls": [{"index": 0, "id": tc["id"], "type": "function", "function": {
                "name": tc["function"]["name"], "arguments": ""}}]})
            yield "ctl", ch({"tool_calls": [{"index": 0, "function": {"arguments": tc["function"]["arguments"]}}]})
        yield "ctl", ch({}, fin)
        if getattr(req, "include_usage", False):
            yield "ctl", sse({"id": cid, "object": "chat.completion.chunk", "created": created, "model": req.model,
                              "choices": [], "usage": usage})
        yield "ctl", b"data: [DONE]\n\n"
    return None, gen()


def out_gemini(req, plan):
    rid_ = uuid.uuid4().hex[:22]
    prompt = USAGE["input"] + USAGE["cached"]
    usage = {"promptTokenCount": prompt, "candidatesTokenCount": USAGE["output"],
             "totalTokenCount": prompt + USAGE["output"] + USAGE["reasoning"],
             "cachedContentTokenCount": USAGE["cached"], "thoughtsTokenCount": USAGE["reasoning"],
             "promptTokensDetails": [{"modality": "TEXT", "tokenCount": prompt}]}
    call = None
    if plan.tool:
        call = {"functionCall": {"name": plan.tool["tool"]["name"], "args": plan.tool["args"]},
                "thoughtSignature": "c3R1Yg=="}

    def resp(parts, fin=None):
        c = {"content": {"role": "model", "parts": parts}, "index": 0}
        if fin:
            c["finishReason"] = fin
        return {"candidates": [c], "usageMetadata": usage, "modelVersion": req.model, "responseId": rid_}
    think = [{"text": "**Thinking**\n" + plan.think, "thought": True}] if plan.think else []
    if not req.stream:
        parts = think + ([{"text": plan.text}] if plan.text else []) + ([call] if call else [])
        return resp(parts, "STOP"), None

    def gen():
        if think:
            yield "ctl", sse(resp(think))
        for c in chunks(plan.text, plan):
            yield "delta", sse(resp([{"text": c}]))
        yield "ctl", sse(resp([call] if call else [{"text": ""}], "STOP"))
    return None, gen()


OUT = {"anthropic": out_anthropic, "responses": out_responses, "chat": out_chat, "gemini": out_gemini}
MODELS = ["claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5", "gpt-5", "gpt-5-mini", "gpt-5.1-codex", "gpt-4.1",
          "gemini-2.5-pro", "gemini-2.5-flash", "gemini-3-pro-preview", "qwen3-coder-plus", "stub-model"]


class Gone(Exception):
    pass


# ------------------------------------------------------------------ the server

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "stub-model"

    def log_message(self, *a):
        pass

    # -- small helpers
    def json(self, status, obj, headers=None):
        raw = dump(obj).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        for k, v in (headers or {}).items():
            self.send_header(k, v)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def body(self):
        if "chunked" in (self.headers.get("transfer-encoding") or "").lower():
            raw = b""
            while True:
                n = int(self.rfile.readline().split(b";")[0].strip() or b"0", 16)
                if n == 0:
                    while self.rfile.readline().strip():
                        pass
                    break
                raw += self.rfile.read(n)
                self.rfile.readline()
        else:
            raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        enc = (self.headers.get("content-encoding") or "").lower()
        if enc == "gzip":
            raw = gzip.decompress(raw)
        elif enc == "deflate":
            raw = zlib.decompress(raw)
        return raw

    def note(self, **kw):
        auth = None
        for h in ("x-api-key", "authorization", "x-goog-api-key", "api-key"):
            v = self.headers.get(h)
            if v:   # never store a key that might be a real one
                tail = v.split()[-1]
                auth = {"header": h, "value": tail if re.match(r"^(sk-|sk-ant-|sk-ant-oat01-)?test", tail) else "(redacted)"}
        with lock:
            state["seq"] += 1
            e = {"seq": state["seq"], "ts": now().isoformat(timespec="milliseconds"), "method": self.command,
                 "path": re.sub(r"([?&]key=)[^&]*", r"\1(redacted)", self.path),
                 "user_agent": self.headers.get("user-agent"), "auth": auth}
            e.update(kw)
            state["log"].append(e)
            del state["log"][:-5000]
            if opts.log:
                with open(opts.log, "a", encoding="utf-8") as f:
                    f.write(dump(e) + "\n")
        return e

    def later(self, e, **kw):
        """a follow-up line for a request already logged"""
        with lock:
            e.update(kw)
            if opts.log:
                with open(opts.log, "a", encoding="utf-8") as f:
                    f.write(dump(dict({"seq": e["seq"], "ts": now().isoformat(timespec="milliseconds"),
                                       "followup": True}, **kw)) + "\n")

    def wait(self, seconds):
        """sleep, but notice when the client goes away (raises Gone) or the server stops"""
        end = None if seconds is None else time.monotonic() + seconds
        while end is None or time.monotonic() < end:
            left = 0.25 if end is None else min(0.25, max(0.0, end - time.monotonic()))
            r, _, _ = select.select([self.connection], [], [], left)
            if r:
                try:
                    d = self.connection.recv(1, socket.MSG_PEEK)
                except OSError:
                    d = b""
                if not d:
                    raise Gone()
                time.sleep(left)

    # -- verbs
    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = urlsplit(self.path).path.rstrip("/")
        if path == "/__stub/health":
            return self.json(200, {"ok": True, "requests": state["seq"]})
        if path == "/__stub/log":
            with lock:
                return self.json(200, {"log": list(state["log"])})
        if path.endswith("/models") or re.search(r"/models/[^/]+$", path):
            self.note(kind="models", status=200)
            t = int(time.time())
            one = path.rsplit("/", 1)[1]
            if not path.endswith("/models"):
                return self.json(200, {"id": one, "name": "models/" + one, "object": "model", "type": "model",
                                       "display_name": one, "created": t, "owned_by": "stub"})
            if "/v1beta" in path:
                return self.json(200, {"models": [{"name": "models/" + m, "displayName": m, "supportedGenerationMethods":
                                       ["generateContent", "countTokens"], "inputTokenLimit": 1048576,
                                       "outputTokenLimit": 65536} for m in MODELS]})
            if self.headers.get("anthropic-version"):
                return self.json(200, {"data": [{"type": "model", "id": m, "display_name": m,
                                                 "created_at": "2025-01-01T00:00:00Z"} for m in MODELS],
                                       "has_more": False, "first_id": MODELS[0], "last_id": MODELS[-1]})
            return self.json(200, {"object": "list", "data": [{"id": m, "object": "model", "created": t,
                                                               "owned_by": "stub"} for m in MODELS]})
        self.note(kind="other", status=404 if path else 200)
        return self.json(404 if path else 200, {"error": {"message": "stub: nothing at " + path, "type": "not_found"}})

    def do_POST(self):
        raw = self.body()
        url = urlsplit(self.path)
        path = url.path.rstrip("/")
        if path == "/__stub/control":
            state["control"] = raw.decode("utf-8", "replace").strip() or None
            return self.json(200, {"ok": True, "control": state["control"]})
        if path == "/__stub/reset":
            with lock:
                state.update(counts={}, log=[], control=None)
            return self.json(200, {"ok": True})
        try:
            b = json.loads(raw or b"{}")
        except ValueError:
            self.note(kind="bad-json", status=400, bytes=len(raw), encoding=self.headers.get("content-encoding"))
            return self.json(400, {"error": {"message": "stub: body is not JSON", "type": "invalid_request_error"}})
        if path.endswith("/count_tokens"):
            self.note(kind="count_tokens", status=200)
            return self.json(200, {"input_tokens": max(1, len(raw) // 4)})
        m = re.search(r"/models/([^/:]+):(\w+)$", path)
        if m and m.group(2) == "countTokens":
            self.note(kind="countTokens", status=200)
            return self.json(200, {"totalTokens": max(1, len(raw) // 4)})
        if path.endswith("/messages"):
            req = read_anthropic(b)
        elif path.endswith("/responses"):
            req = read_responses(b)
        elif path.endswith("/chat/completions"):
            req = read_chat(b)
        elif m and m.group(2) in ("generateContent", "streamGenerateContent"):
            req = read_gemini(b, m.group(1), m.group(2).startswith("stream"))
        else:
            self.note(kind="other", status=404, bytes=len(raw), **({"body": b} if opts.log_bodies else {}))
            return self.json(404, {"error": {"message": "stub: nothing at " + path, "type": "not_found"}})
        plan = decide(req)
        e = self.note(kind=req.provider, model=req.model, stream=req.stream, bytes=len(raw), side=plan.side,
                      markers=plan.markers, turn=plan.turn, fault=plan.fault and plan.fault[0],
                      tool_call=plan.tool and {"name": plan.tool["tool"]["name"], "args": plan.tool["args"]},
                      tools=[t["name"] for t in req.tools], **({"body": b} if opts.log_bodies else {}))
        try:
            self.answer(req, plan, e)
        except (Gone, BrokenPipeError, ConnectionResetError):
            self.later(e, client_gone=True)
            self.close_connection = True

    def answer(self, req, plan, e):
        name, args = plan.fault or (None, {})
        if name == "hang":
            if args.get("mode") == "headers":
                self.begin_stream(req)
            self.wait(None)
        if name:
            http = fault_http(req, name, args)
            if http:
                self.later(e, status=http[0])
                return self.json(http[0], http[2], http[1])
        if name in ("disconnect", "stream-error") and not plan.text:
            plan.text = "stub: this reply will break off"
        obj, gen = OUT[req.provider](req, plan)
        if gen is None:
            if name == "stream-error":      # no stream to break: the plain HTTP form of the same fault
                http = fault_http(req, "overloaded", args)
                self.later(e, status=http[0])
                return self.json(http[0], http[2], http[1])
            if plan.slow:
                self.wait(plan.slow)
            if name == "disconnect":
                raw = dump(obj).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw[:len(raw) // 2])
                return self.cut(args, e)
            self.later(e, status=200)
            return self.json(200, obj)
        n = max(4, int(plan.slow * 2)) if plan.slow else 4
        self.begin_stream(req)
        seen = 0
        for kind, data in gen:
            if kind == "delta":
                seen += 1
                if plan.slow:
                    self.wait(plan.slow / n)
            self.chunk(data)
            if seen >= 2 and name == "disconnect":
                return self.cut(args, e)
            if seen >= 2 and name == "stream-error":
                self.chunk(stream_error(req))
                break
        self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()
        self.later(e, status=200, done=True)

    def begin_stream(self, req):
        self.send_response(200)
        self.send_header("content-type", "text/event-stream; charset=utf-8")
        self.send_header("cache-control", "no-cache")
        self.send_header("transfer-encoding", "chunked")
        if req.provider == "anthropic":
            self.send_header("request-id", rid("req_01"))
        elif req.provider != "gemini":
            self.send_header("x-request-id", rid("req_"))
        self.end_headers()
        self.wfile.flush()

    def chunk(self, data):
        self.wfile.write(b"%x\r\n" % len(data) + data + b"\r\n")
        self.wfile.flush()

    def cut(self, args, e):
        self.later(e, status=200, cut=True)
        self.close_connection = True
        self.wfile.flush()
        time.sleep(0.05)
        if args.get("mode") == "rst":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        else:
            try:
                self.connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (ConnectionError, OSError)):
            super().handle_error(request, client_address)


def main():
    global opts
    ap = argparse.ArgumentParser(description="scripted model provider on loopback", epilog="markers: see the file's head")
    ap.add_argument("--port", type=int, default=0, help="0 = pick one; the port is printed")
    ap.add_argument("--log", help="request log, JSON lines, appended")
    ap.add_argument("--log-bodies", action="store_true", help="put whole request bodies in the log")
    ap.add_argument("--control", help="file of markers; while it has text it overrides the prompt's")
    ap.add_argument("--no-side", action="store_true", help="treat tool-less side queries like any other request")
    ap.add_argument("--port-file", help="write the port number here, too")
    opts = ap.parse_args()
    srv = Server(("127.0.0.1", opts.port), Handler)
    port = srv.server_address[1]
    if opts.port_file:
        with open(opts.port_file + ".tmp", "w") as f:
            f.write(str(port))
        os.replace(opts.port_file + ".tmp", opts.port_file)
    print(dump({"event": "listening", "port": port, "url": "http://127.0.0.1:%d" % port}), flush=True)
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=srv.shutdown, daemon=True).start())
    try:
        srv.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
