using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>The facts about each operation that the retry rule, the errors and the local gateway read.</summary>
internal static class OperationTableEmitter
{
    public static string Emit(IReadOnlyList<OperationModel> operations)
    {
        var source = SourceText.File("System.Collections.Frozen");
        source.Summary("Every operation of the gateway, by its id.");
        source.Open("public static class GatewayOperations");
        foreach (var operation in operations)
        {
            source.Summary(operation.Summary.TrimEnd('.') + ".");
            source.Line($"public static GatewayOperation {PropertyName(operation)} {{ get; }} = new()");
            source.Open();
            source.Line($"Id = \"{operation.Id}\",");
            source.Line($"Method = HttpMethod.{char.ToUpperInvariant(operation.HttpMethod[0])}{operation.HttpMethod[1..].ToLowerInvariant()},");
            source.Line($"Route = \"{operation.Route}\",");
            source.Line($"FixedQuery = \"{operation.FixedQuery}\",");
            source.Line($"Area = \"{operation.Area}\",");
            source.Line($"IsIdempotent = {(operation.IsIdempotent ? "true" : "false")},");
            if (operation.IsRetriedOnlyEarly)
            {
                source.Line("IsRetriedOnlyEarly = true,");
            }

            if (operation.Reply == TypeReference.Bytes)
            {
                source.Line("RepliesWithBytes = true,");
            }

            source.Line($"RequiredScope = {(operation.Scope == "none" ? "null" : $"\"{operation.Scope}\"")},");
            source.Line($"Edition = \"{operation.Edition}\",");
            if (operation.Reply?.Name == "StatusResponse")
            {
                source.Line("RepliesWithStatus = true,");
            }

            if (operation.TurbopufferRoute is { } direct)
            {
                source.Line($"TurbopufferRoute = \"{direct}\",");
            }

            if (operation.WritesToTurbopuffer)
            {
                source.Line("WritesToTurbopuffer = true,");
            }

            source.Close(";");
            source.Blank();
        }

        source.Summary("All operations, ordered by their id.");
        source.Line("public static IReadOnlyList<GatewayOperation> All { get; } =");
        source.Line("[");
        source.Indented(() =>
        {
            foreach (var operation in operations)
            {
                source.Line($"{PropertyName(operation)},");
            }
        });
        source.Line("];");
        source.Blank();
        source.Raw("<summary>Finds an operation by the name of its method on <see cref=\"IHevlayerApi\"/>.</summary>");
        source.Line("internal static FrozenDictionary<string, GatewayOperation> ByMethodName { get; } =");
        source.Indented(() => source.Line("All.ToFrozenDictionary(operation => operation.MethodName, StringComparer.Ordinal);"));
        source.Close();
        return source.ToString();
    }

    private static string PropertyName(OperationModel operation) => operation.Name[..^"Async".Length];
}
