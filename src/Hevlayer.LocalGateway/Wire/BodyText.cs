using System.Text.Json;
using System.Text.Unicode;

namespace Hevlayer.Local;

/// <summary>Whether all text of a JSON body is Unicode. What is not could be kept, but would fail whoever reads it later.</summary>
internal static class BodyText
{
    public static bool IsUnicode(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && (!MayHoldSurrogates(json) || HoldsWholeCharacters(json));

    private static bool MayHoldSurrogates(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static bool HoldsWholeCharacters(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (JsonException)
        {
            // No JSON at all: whoever parses it says so better.
            return true;
        }
    }
}
