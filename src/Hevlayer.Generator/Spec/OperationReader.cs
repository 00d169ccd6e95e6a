using Hevlayer.Generator.Model;
using Hevlayer.Generator.Passes;
using NSwag;

namespace Hevlayer.Generator.Spec;

/// <summary>Turns the operations of the spec into methods.</summary>
internal sealed class OperationReader(SchemaReader schemas)
{
    public IReadOnlyList<OperationModel> Read(OpenApiDocument document) =>
    [
        .. document.Operations
            .Select(entry => Read(entry.Path, entry.Method, entry.Operation))
            .OrderBy(operation => operation.Id, StringComparer.Ordinal),
    ];

    private OperationModel Read(string path, string method, OpenApiOperation operation)
    {
        var extensions = operation.ExtensionData;
        return new OperationModel(
            operation.OperationId,
            NamingPass.OperationName(operation.OperationId),
            method,
            RouteRules.WithoutFragment(path),
            NamingPass.AreaName(operation.Tags[0]))
        {
            Summary = operation.Summary,
            Description = operation.Description,
            ReplyDescription = SuccessReplies(operation).First().Description ?? string.Empty,
            FixedQuery = RouteRules.FixedQuery(operation),
            IsIdempotent = extensions.FlagExtension(SpecExtensions.Idempotent),
            IsRetriedOnlyEarly = extensions.FlagExtension(SpecExtensions.RepeatEarly),
            Scope = extensions.TextExtension(SpecExtensions.Scope)!,
            Edition = extensions.TextExtension(SpecExtensions.Edition)!,
            TurbopufferRoute = RouteRules.WithoutMethod(extensions.TextExtension(SpecExtensions.Turbopuffer), method),
            WritesToTurbopuffer = extensions.FlagExtension(SpecExtensions.TurbopufferWrites),
            Parameters = [.. operation.Parameters.Where(IsFreeParameter).Select(ReadParameter)],
            Body = ReadBody(operation),
            Reply = ReadReply(operation),
        };
    }

    private static bool IsFreeParameter(OpenApiParameter parameter) =>
        parameter.Kind != OpenApiParameterKind.Body && !RouteRules.IsFixed(parameter);

    private static IEnumerable<OpenApiResponse> SuccessReplies(OpenApiOperation operation) =>
        operation.Responses
            .Where(pair => pair.Key.StartsWith('2'))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Value.ActualResponse);

    private ParameterModel ReadParameter(OpenApiParameter parameter) => new(
        parameter.Name,
        NamingPass.ParameterName(parameter.Name),
        parameter.Kind switch
        {
            OpenApiParameterKind.Path => ParameterLocation.Path,
            OpenApiParameterKind.Header => ParameterLocation.Header,
            _ => ParameterLocation.Query,
        },
        schemas.Resolve(parameter.Schema),
        parameter.IsRequired,
        parameter.Description ?? string.Empty)
    {
        Limits = LimitReader.Read(parameter.Schema),
    };

    private BodyModel? ReadBody(OpenApiOperation operation)
    {
        if (operation.RequestBody is not { } body)
        {
            return null;
        }

        var (contentType, content) = body.Content.First();
        var type = schemas.Resolve(content.Schema!);
        return new BodyModel(type == TypeReference.Bytes ? null : type, contentType, body.IsRequired)
        {
            Limits = LimitReader.Read(content.Schema!),
        };
    }

    private TypeReference? ReadReply(OpenApiOperation operation)
    {
        if (operation.ExtensionData.TextExtension(SpecExtensions.Result) is { } result)
        {
            return schemas.ResolveByName(result);
        }

        var content = SuccessReplies(operation).First().Content;
        return content.Count == 0 ? null : schemas.Resolve(content.First().Value.Schema!);
    }
}
