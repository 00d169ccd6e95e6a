using Hevlayer.Generator.Model;

namespace Hevlayer.Generator.Emit;

/// <summary>The parameters of one method, in the order of C#: what is needed, the body, what is optional, the call's own.</summary>
internal static class MethodParameters
{
    private static readonly string[] BuiltInTypes = ["bool", "int", "long", "double"];

    public static IReadOnlyList<MethodParameter> Of(OperationModel operation)
    {
        var body = operation.Body is { } model ? Body(model) : null;
        return
        [
            .. operation.Parameters.Where(parameter => parameter.IsRequired).Select(Free),
            .. operation.Body is { IsRequired: true } ? [body!] : Array.Empty<MethodParameter>(),
            .. operation.Body is { IsRequired: false } ? [body!] : Array.Empty<MethodParameter>(),
            .. operation.Parameters.Where(parameter => !parameter.IsRequired).Select(Free),
            new("options", "[Property(CallOptions.PropertyName)] CallOptions? options = null", "Settings of this one call; null for the client's own."),
            new("cancellationToken", "CancellationToken cancellationToken = default", "Stops the call and its retries."),
        ];
    }

    private static MethodParameter Body(BodyModel body)
    {
        var type = body.Type?.Name ?? "HttpContent";
        var attribute = body.Type is null ? "[Body(buffered: false)]" : "[Body]";
        var declaration = body.IsRequired ? $"{attribute} {type} body" : $"{attribute} {type}? body = null";
        return new MethodParameter("body", declaration, body.Type is null
            ? "Bytes to send, streamed; a repeat needs content that can be read twice."
            : "What is asked of the gateway.",
            body.IsRequired ? "Given" : null);
    }

    private static MethodParameter Free(ParameterModel parameter)
    {
        var type = parameter.IsRequired ? parameter.Type.Name : parameter.Type.Name + "?";
        var suffix = parameter.IsRequired ? string.Empty : " = null";
        return new MethodParameter(
            parameter.Name,
            $"{Attributes(parameter)}{type} {parameter.Name}{suffix}",
            parameter.Description,
            Check(parameter));
    }

    private static string? Check(ParameterModel parameter) => parameter switch
    {
        { Location: ParameterLocation.Path } => "PathSegment",
        { Location: ParameterLocation.Query, Type.Collection: CollectionKind.List } => "Joinable",
        { Location: ParameterLocation.Query } when parameter.Type == TypeReference.Text => "WholeText",
        _ => null,
    };

    private static string Attributes(ParameterModel parameter) => parameter switch
    {
        { Location: ParameterLocation.Header } => $"[Header(\"{parameter.WireName}\")] ",
        { Location: ParameterLocation.Path } => string.Empty,
        { Type.Collection: CollectionKind.List } => $"[Query(CollectionFormat.Csv)] [AliasAs(\"{parameter.WireName}\")] ",
        { Type: { IsValueType: true, Name: var type } } when !BuiltInTypes.Contains(type) => $"[Query(TreatAsString = true)] {Alias(parameter)}",
        _ => Alias(parameter),
    };

    private static string Alias(ParameterModel parameter) =>
        parameter.Name == parameter.WireName ? string.Empty : $"[AliasAs(\"{parameter.WireName}\")] ";
}
