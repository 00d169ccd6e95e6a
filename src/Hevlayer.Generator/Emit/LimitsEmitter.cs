using System.Globalization;
using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>The limits of what is sent, as constants, so that no hand-written code types a number of the contract again.</summary>
internal static class LimitsEmitter
{
    private static readonly NumberFormatInfo Digits = new() { NumberGroupSeparator = "_" };

    public static string Emit(IReadOnlyList<LimitedRequest> requests)
    {
        var source = SourceText.File();
        source.Summary("The limits that the contract puts on what is sent, by request body and by operation.");
        source.Open("public static class GatewayLimits");
        foreach (var (index, request) in requests.Index())
        {
            if (index > 0)
            {
                source.Blank();
            }

            source.Raw($"<summary>Limits of <see cref=\"{request.Reference}\"/>.</summary>");
            source.Open($"public static class {request.Name}");
            EmitConstants(source, [.. request.Members.SelectMany(Constants)]);
            source.Close();
        }

        source.Close();
        return source.ToString();
    }

    private static void EmitConstants(SourceText source, IReadOnlyList<(string Summary, string Declaration)> constants)
    {
        foreach (var (index, (summary, declaration)) in constants.Index())
        {
            if (index > 0)
            {
                source.Blank();
            }

            source.Raw($"<summary>{summary}</summary>");
            source.Line(declaration);
        }
    }

    private static IEnumerable<(string Summary, string Declaration)> Constants(LimitedMember member)
    {
        var limits = member.Limits;
        (string Prefix, string Type, long? Value, string Words)[] all =
        [
            ("Min", member.Type.Name, limits.Minimum, "Smallest <c>{0}</c>."),
            ("Max", member.Type.Name, limits.Maximum, "Largest <c>{0}</c>."),
            ("Min", "int", limits.MinItems, "Fewest items of <c>{0}</c>."),
            ("Max", "int", limits.MaxItems, "Most items of <c>{0}</c>."),
            ("Min", "int", limits.MinBytes, "Fewest bytes of the {0}."),
            ("Max", "int", limits.MaxBytes, "Most bytes of the {0}."),
            ("Default", member.Type.Name, limits.Default, "The <c>{0}</c> that counts when none is sent."),
        ];
        return all.Where(one => one.Value is not null).Select(one => (
            string.Format(CultureInfo.InvariantCulture, one.Words, member.WireName),
            string.Create(CultureInfo.InvariantCulture, $"public const {one.Type} {one.Prefix}{member.Name} = {Literal(one.Value!.Value)};")));
    }

    private static string Literal(long value) => value.ToString("#,0", Digits);
}
