using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Passes;

/// <summary>Collects the limits of everything that is sent; what a reply may hold is the gateway's own affair.</summary>
internal static class LimitPass
{
    public static IReadOnlyList<LimitedRequest> Requests(ApiModel model)
    {
        var sent = ReachabilityPass.Closure(model, model.Operations.Select(operation => operation.Body?.Type?.Name ?? string.Empty));
        var bodies = model.Types.OfType<RecordModel>().Where(record => sent.Contains(record.Name)).Select(OfBody);
        return
        [
            .. bodies.Concat(model.Operations.Select(OfOperation))
                .Where(request => request.Members.Count > 0)
                .OrderBy(request => request.Name, StringComparer.Ordinal),
        ];
    }

    private static LimitedRequest OfBody(RecordModel record) => new(record.Name, $"Hevlayer.{record.Name}", Limited(record.Properties
        .Select(property => new LimitedMember(property.WireName, property.Name, property.Type, property.Limits))));

    private static LimitedRequest OfOperation(OperationModel operation) => new(operation.Name[..^"Async".Length], $"IHevlayerApi.{operation.Name}", Limited(
    [
        .. operation.Parameters.Select(parameter =>
            new LimitedMember(parameter.WireName, NamingPass.PropertyName(operation.Id, parameter.WireName), parameter.Type, parameter.Limits)),
        new("body", "Bytes", TypeReference.Bytes, operation.Body?.Limits ?? Limits.None),
    ]));

    private static List<LimitedMember> Limited(IEnumerable<LimitedMember> members) =>
        [.. members.Where(member => member.Limits != Limits.None)];
}
