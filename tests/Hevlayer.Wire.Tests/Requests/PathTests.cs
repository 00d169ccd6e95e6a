using System.Text.RegularExpressions;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Requests;

public sealed partial class PathTests(WireGateway gateway)
{
    public static TheoryData<string, string, string> DotIds => [.. from operation in GatewayOperations.All
                                                                  where operation.Route.Contains('{', StringComparison.Ordinal)
                                                                  from id in new[] { (".", "%2E"), ("..", "%2E%2E") }
                                                                  select (operation.Id, id.Item1, id.Item2)];

    [Theory]
    [MemberData(nameof(DotIds))]
    public async Task Ids_OnlyDots_ArriveEncodedAndDoNotClimb(string operation, string id, string onTheWire)
    {
        using var exchange = gateway.Answer(MinimalReplies.Of(operation));

        await exchange.CallAsync(ApiMethods.Call(operation, parameter => ApiMethods.IsInPath(operation, parameter) ? id : null));

        Assert.Equal(ExpectedTarget(ApiMethods.Operation(operation), onTheWire), exchange.Request.Target);
    }

    private static string ExpectedTarget(GatewayOperation operation, string id)
    {
        var path = Placeholder.Replace(operation.Route, id);
        return operation.FixedQuery.Length == 0 ? path : $"{path}?{operation.FixedQuery}";
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder { get; }
}
