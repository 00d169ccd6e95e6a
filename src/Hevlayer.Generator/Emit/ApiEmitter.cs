using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>The Refit interface, one partial file an area.</summary>
internal static class ApiEmitter
{
    public static string Emit(string area, IReadOnlyList<OperationModel> operations, bool isMain)
    {
        var source = SourceText.File("System.Text.Json", "Refit");
        source.Summary(isMain
            ? "Every operation of the gateway, one method each, as the wire has it. Reached through HevlayerClient.Api; calls share the client's retries, errors and authentication."
            : $"Operations of the area {area}.");
        source.Open("public partial interface IHevlayerApi");
        for (var index = 0; index < operations.Count; index++)
        {
            if (index > 0)
            {
                source.Blank();
            }

            EmitMethod(source, operations[index]);
        }

        source.Close();
        return source.ToString();
    }

    private static void EmitMethod(SourceText source, OperationModel operation)
    {
        var parameters = MethodParameters.Of(operation);
        source.Summary(operation.Summary.TrimEnd('.') + ".");
        source.Remarks(Remarks(operation));
        foreach (var parameter in parameters)
        {
            source.Param(parameter.Name, parameter.Description);
        }

        source.Returns(operation.ReplyDescription);
        source.Raw("<exception cref=\"HevlayerException\">The gateway refused the call, could not be reached or did not answer in time.</exception>");
        if (operation.Body is { Type: null } bytes)
        {
            source.Line($"[Headers(\"Content-Type: {bytes.ContentType}\")]");
        }

        source.Line($"[{NamingOf(operation.HttpMethod)}(\"{Route(operation)}\")]");
        source.Line($"Task{(operation.Reply is { } reply ? $"<{reply.Name}>" : string.Empty)} {operation.Name}(");
        source.Indented(() =>
        {
            for (var index = 0; index < parameters.Count; index++)
            {
                source.Line(parameters[index].Declaration + (index < parameters.Count - 1 ? "," : ");"));
            }
        });
    }

    private static string Remarks(OperationModel operation)
    {
        var scope = operation.Scope == "none" ? "needs no key" : $"needs the scope {operation.Scope}";
        var idempotence = operation.IsIdempotent ? "idempotent" : "not idempotent";
        return $"{operation.Description} Route: {operation.HttpMethod.ToUpperInvariant()} {operation.Route}; {scope}; {idempotence}.";
    }

    private static string NamingOf(string method) => char.ToUpperInvariant(method[0]) + method[1..].ToLowerInvariant();

    private static string Route(OperationModel operation)
    {
        var route = operation.Parameters
            .Where(parameter => parameter.Location == ParameterLocation.Path)
            .Aggregate(operation.Route, (path, parameter) =>
                path.Replace($"{{{parameter.WireName}}}", $"{{{parameter.Name}}}", StringComparison.Ordinal));
        return operation.FixedQuery.Length == 0 ? route : $"{route}?{operation.FixedQuery}";
    }
}
