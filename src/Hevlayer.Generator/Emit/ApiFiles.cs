using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;

namespace Hevlayer.Generator.Emit;

/// <summary>All generated files of the client, by their path below the Generated folder.</summary>
internal static class ApiFiles
{
    private const string MainArea = "Pipelines";

    public static SortedDictionary<string, string> Emit(ApiModel model)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Models/HevlayerJsonContext.g.cs"] = JsonContextEmitter.Emit(model),
            ["GatewayOperations.g.cs"] = OperationTableEmitter.Emit(model.Operations),
            ["GatewayLimits.g.cs"] = LimitsEmitter.Emit(LimitPass.Requests(model)),
        };
        foreach (var area in model.Operations.GroupBy(operation => operation.Area))
        {
            files[$"Api/IHevlayerApi.{area.Key}.g.cs"] = ApiEmitter.Emit(area.Key, [.. area], area.Key == MainArea);
            files[$"Api/CheckedApi.{area.Key}.g.cs"] = CheckedApiEmitter.Emit(area.Key, [.. area]);
        }

        var sent = ReachabilityPass.Closure(model, model.Operations.Select(operation => operation.Body?.Type?.Name ?? string.Empty));
        foreach (var type in model.Types)
        {
            files[$"Models/{type.Area}/{type.Name}.g.cs"] = EmitType(type, sent.Contains(type.Name));
        }

        return files;
    }

    private static string EmitType(TypeModel type, bool isSent) => type switch
    {
        RecordModel record => RecordEmitter.Emit(record, isSent),
        OpenEnumModel openEnum => OpenEnumEmitter.Emit(openEnum),
        TokenUnionModel union => TokenUnionEmitter.Emit(union),
        PropertyUnionModel union => PropertyUnionEmitter.Emit(union),
        _ => throw new InvalidOperationException($"No emitter for {type.GetType().Name}."),
    };
}
