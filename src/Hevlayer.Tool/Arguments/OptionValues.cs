using System.CommandLine;
using System.Globalization;

namespace Hevlayer.Tool;

/// <summary>What each kind of option accepts; a refusal says which option, what it got and what is allowed.</summary>
internal static class OptionValues
{
    public static Option<T?> Of<T>(string name, string valueName, Func<string, string, T> read, string description) => new(name)
    {
        Description = description,
        HelpName = valueName,
        Recursive = name is "--gateway" or "--key" or "--pipeline",
        CustomParser = result =>
        {
            try
            {
                return read(name, result.Tokens[^1].Value);
            }
            catch (FormatException refusal)
            {
                result.AddError(refusal.Message);
                return default;
            }
        },
    };

    public static string Text(string name, string value) =>
        string.IsNullOrWhiteSpace(value) ? throw new FormatException($"Option {name} must not be empty.") : value;

    // The text may hold a key.
    public static Uri HttpAddress(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.Host.Length > 0
            ? address
            : throw new FormatException($"{name} is not an address such as http://localhost:8080.");

    public static double? Rate(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000
            ? number
            : throw new FormatException($"Option {name} is '{value}', but takes a number of documents a second, more than 0 and at most 1000000.");

    public static decimal? Price(string name, string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"Option {name} is '{value}', but takes a number from 0 on, such as 0.02.");

    public static int? Count(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"Option {name} is '{value}', but takes a whole number from 1 on.");

    public static DateTimeOffset? Time(string name, string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new FormatException($"Option {name} is '{value}', but takes a time such as 2030-01-31T08:00:00Z.");
}
