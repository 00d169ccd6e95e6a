using System.Text.Json;

namespace Hevlayer.Tests;

/// <summary>Compares JSON texts by what they say: every member counts, their order and white space do not.</summary>
internal static class JsonAssert
{
    public static void Same(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), $"Expected {expected}, found {actual}");
    }
}
