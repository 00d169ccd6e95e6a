using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Hevlayer.Local.Tool;

/// <summary>Options whose values are read by a rule of their own, with a message that says what is allowed.</summary>
internal static class Values
{
    private static readonly double MostSeconds = TimeSpan.FromDays(365).TotalSeconds;

    public static Option<int> Integer(string name, string description, int byDefault) =>
        Single(name, "N", description, byDefault, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} must be a whole number, not '{text}'."));

    public static Option<double> Seconds(string name, string description, TimeSpan byDefault) =>
        Single(name, "S", description, byDefault.TotalSeconds, text =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= MostSeconds
                ? seconds
                : throw new FormatException($"{name} must be a number of seconds, 0 or more, not '{text}'."));

    public static Option<T> Single<T>(string name, string valueName, string description, T byDefault, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = valueName,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => Read(result, read)[0],
    };

    public static Option<T[]> Repeated<T>(string name, string valueName, string description, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = valueName,
        CustomParser = result => Read(result, read),
    };

    private static T[] Read<T>(ArgumentResult result, Func<string, T> read)
    {
        try
        {
            return [.. result.Tokens.Select(token => read(token.Value))];
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            result.AddError(error.Message);
            return [default!];
        }
    }
}
