using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Contract;
using Hevlayer.Wire.Tests.Gateway;

namespace Hevlayer.Wire.Tests.Replies;

public sealed class ErrorReplyTests(WireGateway gateway)
{
    private const string Sentence = "The key is not known here.";
    private const string Code = "code_of_tomorrow";

    public static TheoryData<string, int> Errors => [.. from operation in WireContract.Operations.Values
                                                       from error in operation.Errors
                                                       select (operation.Id, error.Status)];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task ErrorReply_FromALaterGateway_SaysAllItSaid(string operation, int status)
    {
        var body = Body(operation, status);
        using var exchange = gateway.Answer(WireReply.Json(body, status));
        exchange.Options.MaxErrorBodyLength = int.MaxValue;

        var failure = await Assert.ThrowsAnyAsync<HevlayerException>(() => exchange.CallAsync(OperationCalls.All[operation]));

        var isRefusedKey = body.ContainsKey("required_scope");
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(isRefusedKey ? null : Code, failure.Code);
        Assert.Equal(isRefusedKey ? ReplyBuilder.UnknownEnumValue : null, failure.RequiredScope);
        Assert.Contains(isRefusedKey ? Sentence : (string)body["message"]!, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ApiMethods.Operation(operation).Route, failure.Route);
        Assert.Equal(ApiMethods.Operation(operation).Method.Method, failure.Method);
        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse(failure.Body!)), failure.Body);
    }

    [Theory]
    [InlineData("getBlob")]
    [InlineData("getPipelineStatus")]
    public async Task ErrorReply_LongerThanTheLimit_KeepsItsCodeAndTheStartOfItsBody(string operation)
    {
        var body = new JsonObject { ["trace"] = new string('x', 5000), ["error"] = "not_found", ["message"] = "There is no such thing." };
        using var exchange = gateway.Answer(WireReply.Json(body, (int)HttpStatusCode.NotFound));

        var failure = await Assert.ThrowsAnyAsync<HevlayerException>(() => exchange.CallAsync(OperationCalls.All[operation]));

        Assert.Equal("not_found", failure.Code);
        Assert.Contains("There is no such thing.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(body.ToJsonString()[..exchange.Options.MaxErrorBodyLength], failure.Body);
    }

    [Theory]
    [InlineData(ReplyKind.Full)]
    [InlineData(ReplyKind.Future)]
    public void ErrorBody_WhateverItCarries_IsKept(ReplyKind kind)
    {
        var schema = WireContract.Find("#/components/schemas/Error");
        var sent = new ReplyBuilder(kind, 0).Build(schema, "error");

        var body = JsonSerializer.Deserialize<ErrorBody>(sent, HevlayerJson.Options)!;

        Assert.True(JsonNode.DeepEquals(sent, JsonSerializer.SerializeToNode(body, HevlayerJson.Options)));
    }

    private static JsonObject Body(string operation, int status)
    {
        var schema = WireContract.Operations[operation].Errors.Single(error => error.Status == status).Schema;
        var body = new ReplyBuilder(ReplyKind.Future, 0).Build(schema, "error")!.AsObject();
        body["error"] = body.ContainsKey("required_scope") ? Sentence : Code;
        body["feature"] = "federation";
        body["upstream_status"] = 418;
        body["upstream_category"] = "teapot";
        body["retryable"] = false;
        body["reason"] = null;
        body["disposition"] = new JsonArray("reclaim");
        return body;
    }
}
