using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Names of values as they stand in JSON.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
