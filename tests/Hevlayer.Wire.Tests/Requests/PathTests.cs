using System.Reflection;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Requests;

/// <summary>What stands in the path of an address, for every operation that has such a thing.</summary>
public sealed class PathTests
{
    private static readonly string?[] NotAllowed = [null, "", " \t", ".", "..", "a\uD800", "\uDC00b", "\uD83Dx\uDE00"];

    public static TheoryData<string, string> Parameters => [.. from operation in GatewayOperations.All
                                                              from parameter in InPath(operation.Id)
                                                              select (operation.Id, parameter.Name!)];

    public static TheoryData<string> Operations => [.. GatewayOperations.All.Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Parameter_CannotStandInAPath_IsNamedAndNothingIsSent(string operation, string parameter)
    {
        using var handler = new UnreachedHandler();
        using var client = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress }, handler);
        foreach (var value in NotAllowed)
        {
            var call = ApiMethods.Call(operation, one => one.Name == parameter ? new Given(value) : null);

            var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(client.Api, TestContext.Current.CancellationToken));

            Assert.Equal(parameter, error.ParamName);
        }

        Assert.Equal(0, handler.Requests);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operation_EachPlaceInItsRoute_HasAParameterThatIsChecked(string operation)
    {
        var route = ApiMethods.Operation(operation).Route;

        Assert.Equal(route.Count(static sign => sign == '{'), InPath(operation).Count());
    }

    private static IEnumerable<ParameterInfo> InPath(string operation) =>
        ApiMethods.Of(operation).GetParameters().Where(parameter => ApiMethods.IsInPath(operation, parameter));
}
