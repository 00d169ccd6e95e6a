namespace Hevlayer.Local;

/// <summary>Runs one query over several namespaces.</summary>
internal sealed class FederatedRunner(NamespaceRegistry namespaces)
{
    public const string NamespaceMember = "$namespace";
    public const string RankMember = "$rank";

    private const int LargestTopK = 10_000;

    public FederatedAnswer Run(FederatedQueryRequest request, KeyGrant grant)
    {
        if (request.Cursor is not null)
        {
            throw GatewayFault.Invalid("cursor is not supported across namespaces");
        }

        var topK = Check.Between(request.TopK ?? GatewayLimits.FederatedQueryRequest.DefaultTopK, 1, LargestTopK, "top_k");
        var limit = Check.AtLeast(request.Fusion?.PerNamespaceLimit ?? Math.Clamp(2 * topK, 10, 100), 1, "fusion.per_namespace_limit");
        Check.AtLeast(request.Fusion?.RankConstant ?? GatewayLimits.FederatedFusionOptions.DefaultRankConstant, 1, "fusion.rank_constant");
        var names = FederatedNames.Of(request.Namespaces, grant, namespaces);
        var query = Query(request);
        WindowReader.Read(default, request.Filters, request.AsOf, request.Between);
        QueryTarget.CheckOne(query);
        var asked = query.NearestToId is null ? QueryTarget.Of(query, store: null) : null;
        var ranking = asked is Ranking.ByRoute route ? QueryRouting.Resolve(route) : asked;
        FederatedLeg[] legs = [.. names.Select(name => Leg(name, query, ranking, asked is null || ranking is not null, limit))];
        var failed = Array.FindAll(legs, leg => leg.Error is not null);
        if (failed.Length > 0 && (request.Strict == true || failed.Length == legs.Length))
        {
            throw GatewayFault.Upstream($"namespace '{failed[0].Namespace}' failed: {failed[0].Error}");
        }

        return new FederatedAnswer(Answer(request, asked, ranking, legs, topK), legs);
    }

    private FederatedLeg Leg(string name, QueryRequest query, Ranking? ranking, bool runs, int limit)
    {
        try
        {
            var view = namespaces.Require(name);
            var window = WindowReader.Read(view.Freshness, query.Filters, query.AsOf, query.Between);
            var rows = runs ? QueryRunner.Run(view, ranking ?? QueryTarget.Of(query, namespaces.Open(name)), limit, window) : [];
            return new FederatedLeg(name, rows, view.Freshness.Watermark, Error: null);
        }
        catch (GatewayFault fault)
        {
            return FederatedLeg.Failed(name, fault.Message);
        }
    }

    private static FederatedQueryResponse Answer(FederatedQueryRequest request, Ranking? asked, Ranking? ranking, FederatedLeg[] legs, int topK)
    {
        var selection = AttributeSelection.Of(request.IncludeAttributes);
        return new FederatedQueryResponse
        {
            Rows = [.. FederatedMerging.Merge(legs, topK).Select((found, place) => ToRow(found.Namespace, found.Row, place + 1, selection))],
            Merge = FederatedMerging.Describe(request, ranking),
            Routing = asked is Ranking.ByRoute route ? QueryRouting.Echo(route) : null,
            Hybrid = ranking?.Search?.Echo(topK),
            Namespaces = [.. legs.Where(leg => leg.Error is null).Select(leg => new FederatedNamespaceResult { Namespace = leg.Namespace, StableAsOf = leg.Watermark, Matched = leg.Rows.Count })],
            Errors = Array.Exists(legs, leg => leg.Error is not null)
                ? [.. legs.Where(leg => leg.Error is not null).Select(leg => new FederatedNamespaceError { Namespace = leg.Namespace, Error = leg.Error! })]
                : null,
        };
    }

    private static Row ToRow(string name, RankedRow found, int rank, AttributeSelection selection)
    {
        var row = NativeQuery.ToRow(found, found.Row.Key, selection);
        row.Attributes[NamespaceMember] = name;
        row.Attributes[RankMember] = rank;
        return row;
    }

    private static QueryRequest Query(FederatedQueryRequest request) => new()
    {
        Vector = request.Vector,
        NearestToId = request.NearestToId,
        RankBy = request.RankBy,
        Filters = request.Filters,
        AsOf = request.AsOf,
        Between = request.Between,
    };
}
