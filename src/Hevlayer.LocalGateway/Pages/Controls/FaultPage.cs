using System.Globalization;

namespace Hevlayer.Local;

/// <summary>The faults: what there is, what it struck; one is added, one or all are removed.</summary>
internal static class FaultPage
{
    public const string Name = "faults";

    private static readonly string Address = PageAddresses.Of(Name);

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, List(context), Body),
        ("POST", [_]) => PageAnswer.Done(request, Address, FaultView.Of(Add(request, context))),
        ("DELETE", [_]) => Clear(request, context),
        ("DELETE", [_, var id]) => Remove(request, context, id),
        ("POST", [_, var id, "remove"]) => Remove(request, context, id),
        _ => null,
    };

    private static FaultList List(PageContext context) => new([.. context.Faults.All.Select(FaultView.Of)]);

    private static AddedFault Add(PageRequest request, PageContext context)
    {
        try
        {
            return context.Faults.Add(FaultFields.Read(request));
        }
        catch (ArgumentException error)
        {
            throw GatewayFault.Invalid(error.Message);
        }
    }

    private static GatewayResponse Clear(PageRequest request, PageContext context)
    {
        context.Faults.Clear();
        return PageAnswer.Done(request, Address, List(context));
    }

    private static GatewayResponse Remove(PageRequest request, PageContext context, string id) => context.Faults.Remove(id)
        ? PageAnswer.Done(request, Address, List(context))
        : throw GatewayFault.NotFound($"fault '{id}' not found");

    private static Html Body(FaultList list) => Html.Of($"""
        {Show.Table("Faults, the oldest first: of several that fit a call it strikes", "No fault is set: every call is answered as it should be.", ["Id", "Strikes", "Does", "Struck", "Action"], [.. list.Faults.Select(Row)])}
        <h2>Add a fault</h2>
        <form method="post" action="{Address}">
        <label>effect<select name="effect">{FaultFields.Effects.Select(static name => Html.Of($"<option>{name}</option>"))}</select></label>
        <label>operation<input name="operation" list="operations" placeholder="any"></label>
        <datalist id="operations">{GatewayOperations.All.Select(static operation => Html.Of($"<option value=\"{operation.Id}\"></option>"))}</datalist>
        {Fields.Select(static field => Html.Of($"<label>{field.Label}<input name=\"{field.Name}\" placeholder=\"{field.Hint}\"></label>"))}
        <button>Add</button>
        </form>
        """);

    private static (string Name, string Label, string Hint)[] Fields =>
    [
        ("pipeline", "pipeline", "any"), ("namespace", "namespace", "any"), ("document", "document", "any"), ("probability", "probability", "1"), ("seed", "seed", "0"), ("count", "count", "no limit"),
        ("status", "status", "503"), ("retry_after_seconds", "Retry-After, seconds", "none"), ("delay_seconds", "delay, seconds", "0"), ("content_type", "content type", "as ever"), ("body", "body", "as ever"),
    ];

    private static Html Row(FaultView fault) => Html.Of($"""
        <tr><td>{fault.Id}</td><td>{Show.Text(Target(fault))}</td><td>{Show.Text(FaultWords.Does(fault))}</td><td class="n">{fault.Struck}{(fault.Count is { } count ? $" of {count}" : "")}</td><td>{Show.Button(PageAddresses.Of(Name, fault.Id, "remove"), "Remove")}</td></tr>
        """);

    private static string Target(FaultView fault)
    {
        string[] parts =
        [
            fault.Operation ?? "any call",
            fault.Pipeline is null ? "" : $"of pipeline {fault.Pipeline}",
            fault.Namespace is null ? "" : $"of namespace {fault.Namespace}",
            fault.Document is null ? "" : $"with document {fault.Document}",
            fault.Probability < 1 ? string.Create(CultureInfo.InvariantCulture, $"with probability {fault.Probability}, seed {fault.Seed}") : "",
        ];
        return string.Join(' ', parts.Where(static part => part.Length > 0));
    }
}
