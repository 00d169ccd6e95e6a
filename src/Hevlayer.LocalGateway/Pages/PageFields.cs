using System.Globalization;

namespace Hevlayer.Local;

/// <summary>Reads fields of a page's call; a refusal names the field.</summary>
internal static class PageFields
{
    public static double? Number(this PageRequest request, string name) => request.Text(name) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw GatewayFault.Invalid($"{name} must be a number, not '{Show.Cut(text)}'");

    public static int? Integer(this PageRequest request, string name) => request.Text(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw GatewayFault.Invalid($"{name} must be a whole number, not '{Show.Cut(text)}'");

    public static TimeSpan? Seconds(this PageRequest request, string name) => request.Number(name) is not { } seconds
        ? null
        : Math.Abs(seconds) <= TimeSpan.FromDays(36_500).TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw GatewayFault.Invalid($"{name} must be a number of seconds, not {seconds.ToString(CultureInfo.InvariantCulture)}");
}
