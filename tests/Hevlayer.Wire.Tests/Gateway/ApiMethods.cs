using System.Reflection;
using System.Text.Json;
using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Rows;
using Refit;

namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>The methods of the interface, for calls that are the same for many operations.</summary>
internal static class ApiMethods
{
    public static GatewayOperation Operation(string id) => GatewayOperations.All.Single(operation => operation.Id == id);

    public static MethodInfo Of(string id) => typeof(IHevlayerApi).GetMethod(Operation(id).MethodName)!;

    public static Type Result(string id) => Of(id).ReturnType.GenericTypeArguments[0];

    public static Type Body(string id) => BodyParameter(id)!.ParameterType;

    public static bool IsInPath(string id, ParameterInfo parameter) =>
        Of(id).GetCustomAttribute<HttpMethodAttribute>()!.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);

    /// <summary>A call whose arguments are given by a function; null from it means the least that is allowed.</summary>
    public static OperationCall Call(string id, Func<ParameterInfo, object?> argument) => (api, token) =>
        (Task)Of(id).Invoke(api, BindingFlags.DoNotWrapExceptions, null, [.. Of(id).GetParameters().Select(parameter => argument(parameter) switch
        {
            null => Least(id, parameter, token),
            Given given => given.Value,
            var value => value,
        })], null)!;

    private static object? Least(string id, ParameterInfo parameter, CancellationToken token) => parameter switch
    {
        { ParameterType: var type } when type == typeof(CancellationToken) => token,
        { HasDefaultValue: true } => null,
        { ParameterType: var type } when type == typeof(string) => parameter.Name,
        { ParameterType: var type } when type == typeof(HttpContent) => new ByteArrayContent([1, 2, 3]),
        _ => JsonSerializer.Deserialize(WireRows.All[id].Minimal.Body!, parameter.ParameterType, HevlayerJson.Options),
    };

    private static ParameterInfo? BodyParameter(string id) =>
        Of(id).GetParameters().SingleOrDefault(static parameter => parameter.IsDefined(typeof(BodyAttribute)));
}
