using System.Globalization;

namespace Hevlayer.Local;

/// <summary>The namespaces, and one of them with a query box.</summary>
internal static class NamespacePage
{
    public const string Name = "namespaces";

    private const int ShownRows = 50;

    public static GatewayResponse? Answer(PageRequest request, PageContext context) => (request.Method, request.Parts) switch
    {
        ("GET", [_]) => PageAnswer.Of(request, Name, new NamespaceOverview([.. context.State.Namespaces.All().Select(NamespaceSummary.Of)]), List),
        ("GET", [_, var name]) => PageAnswer.Of(request, name, Read(request, context, name), Detail),
        _ => null,
    };

    private static NamespaceDetail Read(PageRequest request, PageContext context, string name)
    {
        var view = context.State.Namespaces.Require(name);
        var query = RowQuery.Of(request);
        return new(NamespaceSummary.Of(view), view.Types, query, [.. query.Run(view, context.State.Namespaces.Open(name), ShownRows).Select(RowLine.Of)]);
    }

    private static Html List(NamespaceOverview list) => Show.Table(
        "Namespaces",
        "There is no namespace yet: the first write makes one.",
        ["Namespace", "Rows", "Dimensions", "Last write"],
        [.. list.Namespaces.Select(static one => Html.Of($"<tr><td>{Show.Link(PageAddresses.Of(Name, one.Name), one.Name)}</td><td class=\"n\">{one.Rows}</td><td class=\"n\">{(one.Dimensions is { } width ? width.ToString(CultureInfo.InvariantCulture) : "")}</td><td>{Show.Time(one.LastWrite)}</td></tr>"))]);

    private static Html Detail(NamespaceDetail detail) => Html.Of($"""
        <p>{Show.Count(detail.Namespace.Rows, "row")}, {(detail.Namespace.Dimensions is { } width ? $"{width} dimensions by {detail.Namespace.Metric}" : "no vectors")}; {(detail.Namespace.IsStable ? "the index has caught up" : "the index catches up")}.</p>
        <form method="get" action="{PageAddresses.Of(Name, detail.Namespace.Name)}">
        <label>text<input name="text" value="{detail.Query.Text}"></label>
        <label>in attribute<input name="field" value="{detail.Query.Field}"></label>
        <label>or nearest to row<input name="near" value="{detail.Query.Near}"></label>
        <label>filters, as JSON<input name="filters" value="{detail.Query.Filters}" placeholder="{"""["colour", "Eq", "red"]"""}"></label>
        <button>Search</button>
        </form>
        {Show.Table($"The first {ShownRows} rows", "No row is found.", ["Row", "Distance", "Attributes"], [.. detail.Rows.Select(Row)])}
        {Show.Table("Schema", "No attribute is known.", ["Attribute", "Type"], [.. detail.Types.Select(static type => Html.Of($"<tr><td>{Show.Text(type.Key)}</td><td>{Show.Text(type.Value)}</td></tr>"))])}
        """);

    private static Html Row(RowLine row) => Html.Of($"""
        <tr><td>{Show.Text(row.Id)}</td><td class="n">{(row.Distance is { } distance ? distance.ToString("0.####", CultureInfo.InvariantCulture) : "")}</td><td>{row.Attributes.Select(static one => Html.Of($"<div>{Show.Text(one.Key)}: {Show.Text(one.Value)}</div>"))}</td></tr>
        """);
}
