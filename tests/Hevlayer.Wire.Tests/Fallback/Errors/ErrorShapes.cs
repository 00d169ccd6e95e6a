namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>Every shape of error that is known of the gateway, by a name.</summary>
internal static class ErrorShapes
{
    private const string Text = "text/plain; charset=utf-8";

    public static IReadOnlyDictionary<string, ErrorShape> All { get; } = new Dictionary<string, ErrorShape>
    {
        ["400 invalid_family"] = Coded(400, "invalid_family"),
        ["400 bad_request"] = Coded(400, "bad_request"),
        ["400 text of the framework"] = new(400, "Failed to parse the request body as JSON", null, "Failed to parse", false) { ContentType = Text },
        ["401 text of the key check"] = new(401, """{"error":"missing bearer token"}""", null, "missing bearer token", false),
        ["402 licence, code unknown"] = Coded(402, "some_licence_code"),
        ["403 licence, code unknown"] = Coded(403, "some_licence_code"),
        ["403 wrong key"] = new(403, """{"error":"invalid API key"}""", null, "invalid API key", false),
        ["403 missing scope"] = new(403, """{"error":"insufficient scope","required_scope":"write"}""", null, "lacks the scope write", false) { RequiredScope = "write" },
        ["403 forbidden"] = Coded(403, "forbidden"),
        ["403 namespace outside the grant"] = new(403, """{"error":"namespace not in key grant"}""", null, "namespace not in key grant", false),
        ["404 not_found"] = Coded(404, "not_found"),
        ["404 code alone"] = new(404, """{"error":"not_found"}""", "not_found", "failed with 404 not_found", false),
        ["404 no such route"] = new(404, "", null, "edition", false) { ContentType = Text },
        ["409 conflict"] = Coded(409, "conflict"),
        ["409 late completion"] = new(409, """{"error":"conflict","message":"late","reason":"stale_claim","disposition":"reclaim"}""", "conflict", "late", false) { Fields = "disposition=reclaim reason=stale_claim" },
        ["412 precondition_failed"] = Coded(412, "precondition_failed"),
        ["413 payload_too_large"] = Coded(413, "payload_too_large"),
        ["413 blob_exceeds_store_cap"] = Coded(413, "blob_exceeds_store_cap"),
        ["413 text of the framework"] = new(413, "length limit exceeded", null, "length limit exceeded", false) { ContentType = Text },
        ["415 text of the framework"] = new(415, "Expected request with `Content-Type: application/json`", null, "Expected request", false) { ContentType = Text },
        ["422 validation_error"] = Coded(422, "validation_error"),
        ["422 UnsupportedByStore"] = new(422, """{"error":"UnsupportedByStore","message":"no","store":"search","route":"recall"}""", "UnsupportedByStore", "no", false) { Fields = "route=recall store=search" },
        ["422 UnsupportedByStore with feature"] = new(422, """{"error":"UnsupportedByStore","message":"no","store":"search","route":"recall","feature":"bm25"}""", "UnsupportedByStore", "no", false) { Fields = "feature=bm25 route=recall store=search" },
        ["422 object_store_not_configured"] = Coded(422, "object_store_not_configured"),
        ["422 embed_worker_unavailable"] = Coded(422, "embed_worker_unavailable"),
        ["422 embed_attribute_missing"] = Coded(422, "embed_attribute_missing"),
        ["422 embed_attribute_invalid"] = Coded(422, "embed_attribute_invalid"),
        ["422 full_text_attribute_missing"] = Coded(422, "full_text_attribute_missing"),
        ["422 rerank_unconfigured"] = Coded(422, "rerank_unconfigured"),
        ["422 text of the framework"] = new(422, "Failed to deserialize the JSON body into the target type", null, "Failed to deserialize", false) { ContentType = Text },
        ["429 upstream_error"] = Coded(429, "upstream_error", helps: true) with { RetryAfter = "0" },
        ["429 of turbopuffer"] = new(429, """{"error":"too many requests, slow down","status":"error"}""", null, "slow down", true) { Fields = "status=error" },
        ["429 of the key check, shape unknown"] = new(429, "", null, "429", true) { ContentType = Text },
        ["500 text"] = new(500, "catalog could not be encoded", null, "catalog could not", true) { ContentType = Text },
        ["502 upstream_error"] = Coded(502, "upstream_error", helps: true),
        ["502 upstream_error that a retry cannot mend"] = new(502, """{"error":"upstream_error","message":"no","upstream_status":400,"upstream_category":"validation","retryable":false}""", "upstream_error", "no", false) { Fields = "upstream_category=validation upstream_status=400" },
        ["502 upstream_error that a retry can mend"] = new(502, """{"error":"upstream_error","message":"no","upstream_status":429,"upstream_category":"rate_limited","retryable":true}""", "upstream_error", "no", true) { Fields = "upstream_category=rate_limited upstream_status=429" },
        ["503 service_unavailable"] = Coded(503, "service_unavailable", helps: true),
        ["503 cache_cold"] = new(503, """{"error":"cache_cold","message":"cold","cache_state":"cold"}""", "cache_cold", "cold", true) { Fields = "cache_state=cold" },
        ["503 gateway_draining"] = Coded(503, "gateway_draining", helps: true),
        ["503 rerank_unavailable"] = Coded(503, "rerank_unavailable", helps: true),
        ["504 gateway_timeout"] = Coded(504, "gateway_timeout", helps: true),
        ["turbopuffer's own body"] = new(418, """{"detail":{"deep":1},"count":3,"fatal":true,"none":null}""", null, "418", false) { Fields = "count=3 fatal=true" },
        ["turbopuffer's own body, not JSON"] = new(400, "<Error>bad</Error>", null, "<Error>bad</Error>", false) { ContentType = "application/xml" },
        ["JSON that is no object"] = new(400, "[1]", null, "[1]", false),
        ["JSON cut short"] = new(400, """{"error":"conf""", null, "conf", false),
        ["code of tomorrow"] = Coded(422, "code_of_tomorrow"),
    };

    private static ErrorShape Coded(int status, string code, bool helps = false) =>
        new(status, $$"""{"error":"{{code}}","message":"because of {{code}}"}""", code, $"because of {code}", helps);
}
