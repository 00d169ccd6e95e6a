namespace Hevlayer.Fuzz.Tests.Inputs;

/// <summary>Texts and JSON values that have broken parsers.</summary>
internal static class HostileTexts
{
    /// <summary>JSON, as it stands in a body; not all of it is valid.</summary>
    public static IReadOnlyList<string> Json { get; } =
    [
        "null", "true", "false", "0", "-0", "-1", "1e400", "-1e400", "1e-400", "0.1e1", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "18446744073709551616", "4294967296", "2147483648", "NaN", "Infinity", "-Infinity", "01", "1.", ".5", "+1",
        "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"../..\"", "\"%2F\"", "\"2026-01-02T03:04:05Z\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999+14:00\"", "\"2026-13-45T99:99:99Z\"", "\"NaN\"", "\"1\"", "\"true\"",
        "\"value_of_tomorrow\"", "[]", "[null]", "[[[]]]", "[1,\"a\",null,{}]", "{}", "{\"\":null}", "{\"a\":1,\"a\":2}", "{\"error\":null}",
        "{\"error\":{\"error\":\"x\"}}", "{\"$type\":\"System.Object\"}", "{\"__proto__\":{}}", "[1,]", "{\"a\":}", "/*x*/null", "'a'", "",
        Deep(70), Deep(2_000), $"\"{new string('x', 5_000)}\"", $"[{string.Join(',', Enumerable.Repeat("null", 500))}]", new string('9', 400),
    ];

    /// <summary>Texts that a caller or a gateway may say.</summary>
    public static IReadOnlyList<string> Plain { get; } =
    [
        "", " ", ".", "..", "../..", "a/b", "a\\b", "a?b", "a#b", "a%2Fb", "%00", "a\r\nX: y", "\u0000", "\u202e", "é", "😀", "\ud800", "a,b", "a;b",
        "<script>alert(1)</script>", "' OR 1=1 --", "{0}", "${x}", "null", new string('x', 3_000),
    ];

    private static string Deep(int depth) => $"{new string('[', depth)}{new string(']', depth)}";
}
