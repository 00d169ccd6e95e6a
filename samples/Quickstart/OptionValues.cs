using System.CommandLine;
using System.Globalization;

namespace Hevlayer.Quickstart;

/// <summary>What each kind of option accepts; a refusal says which option, what it got and what is allowed.</summary>
internal static class OptionValues
{
    private const int LongestIdentifier = 128;

    public static Option<T> Of<T>(string name, string valueName, T byDefault, Func<string, string, T> read, string description) => new(name)
    {
        Description = description,
        HelpName = valueName,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            try
            {
                return read(name, result.Tokens[^1].Value);
            }
            catch (FormatException refusal)
            {
                result.AddError(refusal.Message);
                return byDefault;
            }
        },
    };

    public static Option<int> Number(string name, string valueName, int byDefault, int smallest, int largest, string description) =>
        Of(name, valueName, byDefault, (_, value) => Number(name, value, smallest, largest), $"{description} {smallest} to {largest}.");

    public static string Text(string name, string value) =>
        string.IsNullOrWhiteSpace(value) ? throw new FormatException($"Option {name} must not be empty.") : value;

    public static string Identifier(string name, string value) =>
        value.Length is > 0 and <= LongestIdentifier && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? value
            : throw new FormatException($"Option {name} is '{value}', but takes 1 to {LongestIdentifier} letters, digits, '-', '_' or '.'.");

    public static Uri HttpAddress(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.Host.Length > 0
            ? address
            : throw new FormatException($"Option {name} is '{value}', which is not an address such as http://localhost:8080.");

    public static Failure Refused(string message) => new(ExitCode.BadInput, $"{message} Try --help.");

    private static int Number(string name, string value, int smallest, int largest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest
            ? number
            : throw new FormatException($"Option {name} is '{value}', but takes a whole number from {smallest} to {largest}.");
}
