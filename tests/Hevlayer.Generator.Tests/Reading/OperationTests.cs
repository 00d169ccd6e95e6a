using Hevlayer.Generator.Model;
using Hevlayer.Generator.Spec;

namespace Hevlayer.Generator.Tests.Reading;

/// <summary>What an operation of the contract becomes.</summary>
public sealed class OperationTests
{
    private const string Paths = """
        paths:
          /v2/namespaces/{namespace}/query#multiQuery:
            post:
              operationId: batchQuery
              tags: [query]
              summary: Ask several questions
              description: Answers each.
              x-hev-idempotent: true
              x-hev-scope: read
              x-hev-edition: open
              x-hev-turbopuffer: POST /v2/namespaces/{namespace}/query
              parameters:
              - { name: namespace, in: path, required: true, schema: { type: string } }
              - { name: stainless_overload, in: query, required: true, schema: { type: string, enum: [multiQuery] } }
              - { name: x-hevlayer-tags, in: header, schema: { type: string } }
              requestBody: { content: { application/octet-stream: { schema: { type: string, format: binary } } } }
              responses:
                '202': { description: Later. }
                '200': { description: The answers., content: { application/json: { schema: { type: array, items: { type: string } } } } }

        """;

    [Fact]
    public async Task Route_LosesItsFragment_AndTheFixedQueryIsNoParameter()
    {
        var operation = await ReadAsync();

        Assert.Equal(("/v2/namespaces/{namespace}/query", "stainless_overload=multiQuery"), (operation.Route, operation.FixedQuery));
        Assert.Equal(
            [("namespaceName", ParameterLocation.Path, true), ("tags", ParameterLocation.Header, false)],
            operation.Parameters.Select(parameter => (parameter.Name, parameter.Location, parameter.IsRequired)));
    }

    [Fact]
    public async Task Marks_OfTheContract_AreKept()
    {
        var operation = await ReadAsync();

        Assert.Equal(("BatchQueryAsync", "Query", "read", "open"), (operation.Name, operation.Area, operation.Scope, operation.Edition));
        Assert.Equal((true, false, false), (operation.IsIdempotent, operation.IsRetriedOnlyEarly, operation.WritesToTurbopuffer));
        Assert.Equal("/v2/namespaces/{namespace}/query", operation.TurbopufferRoute);
    }

    [Fact]
    public async Task Reply_IsThatOfTheFirstSuccess_AndABodyOfBytesHasNoType()
    {
        var operation = await ReadAsync();

        Assert.Equal(("The answers.", "IReadOnlyList<string>"), (operation.ReplyDescription, operation.Reply?.Name));
        Assert.Equal(new BodyModel(null, "application/octet-stream", false), operation.Body);
    }

    [Theory]
    [InlineData("GET /v2/namespaces")]
    [InlineData("/v2/namespaces")]
    public void TurbopufferRoute_OfAnotherMethod_IsAnErrorOfTheContract(string text) =>
        Assert.Throws<InvalidDataException>(() => RouteRules.WithoutMethod(text, "post"));

    private static async Task<OperationModel> ReadAsync() => Assert.Single((await SmallSpec.ReadAsync(Paths)).Operations);
}
