using System.Reflection;
using Hevlayer.Wire.Tests.Gateway;
using Refit;

namespace Hevlayer.Wire.Tests.Requests;

/// <summary>Bodies, lists and texts that operations are given beside what stands in the path.</summary>
public sealed class ParameterTests
{
    public static TheoryData<string, string> Bodies => Where(static parameter => parameter.IsDefined(typeof(BodyAttribute)) && !parameter.HasDefaultValue);

    public static TheoryData<string, string> Lists => Where(static parameter => parameter.ParameterType == typeof(IReadOnlyList<string>));

    public static TheoryData<string, string> Texts => Where(static parameter =>
        parameter.ParameterType == typeof(string) && parameter.HasDefaultValue && !parameter.IsDefined(typeof(HeaderAttribute)));

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_Null_IsNamedAndNothingIsSent(string operation, string parameter) =>
        RefusesAsync(operation, parameter, null, parameter);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task ListThatIsJoined_ElementCannotBe_IsNamedAndNothingIsSent(string operation, string parameter)
    {
        foreach (var element in new[] { null, "", "x,y", "a\uD800" })
        {
            await RefusesAsync(operation, parameter, new[] { "good", element }, $"{parameter}[1]");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Text_HalfACharacter_IsNamedAndNothingIsSent(string operation, string parameter) =>
        RefusesAsync(operation, parameter, "a\uD800", parameter);

    private static TheoryData<string, string> Where(Func<ParameterInfo, bool> predicate) =>
        [.. from operation in GatewayOperations.All
            from parameter in ApiMethods.Of(operation.Id).GetParameters()
            where predicate(parameter)
            select (operation.Id, parameter.Name!)];

    private static async Task RefusesAsync(string operation, string parameter, object? value, string named)
    {
        using var handler = new UnreachedHandler();
        using var client = new HevlayerClient(new() { BaseAddress = HevlayerClientOptions.HostedAddress }, handler);
        var call = ApiMethods.Call(operation, one => one.Name == parameter ? new Given(value) : null);

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(client.Api, TestContext.Current.CancellationToken));

        Assert.Equal(named, error.ParamName);
        Assert.Equal(0, handler.Requests);
    }
}
