using System.Globalization;

namespace Hevlayer.Quickstart;

/// <summary>What each kind of option accepts; a refusal says which option, what it got and what is allowed.</summary>
internal static class OptionRules
{
    private const int LongestIdentifier = 128;

    public static string Text(string name, string value) =>
        string.IsNullOrWhiteSpace(value) ? throw Refused($"Option {name} must not be empty.") : value;

    public static string Identifier(string name, string value) =>
        value.Length is > 0 and <= LongestIdentifier && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? value
            : throw Refused($"Option {name} is '{value}', but takes 1 to {LongestIdentifier} letters, digits, '-', '_' or '.'.");

    public static Uri HttpAddress(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.Host.Length > 0
            ? address
            : throw Refused($"Option {name} is '{value}', which is not an address such as http://localhost:8080.");

    public static int Number(string name, string value, int smallest, int largest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest
            ? number
            : throw Refused($"Option {name} is '{value}', but takes a whole number from {smallest} to {largest}.");

    public static TimeSpan Seconds(string name, string value, int smallest, int largest) =>
        TimeSpan.FromSeconds(Number(name, value, smallest, largest));

    public static Failure Refused(string message) => new(ExitCode.BadInput, $"{message} Try --help.");
}
