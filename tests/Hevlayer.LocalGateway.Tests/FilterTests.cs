namespace Hevlayer.Local.Tests;

public sealed class FilterTests : IAsyncLifetime
{
    private readonly Harness _gateway = Harness.InProcess();

    public async ValueTask InitializeAsync() => (await _gateway.PostAsync("/v2/namespaces/n", """
        {"upsert_rows":[
          {"id":"a","n":1,"s":"apple","b":true,"t":["x","y"]},
          {"id":"b","n":2.5,"s":"pear","b":false,"t":["y"]},
          {"id":"c","n":3,"s":"fig"},
          {"id":"d"}]}
        """)).Ok();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("""["n","Eq",1]""", "a")]
    [InlineData("""["n","Eq",1.0]""", "a")]
    [InlineData("""["n","Eq",null]""", "d")]
    [InlineData("""["n","NotEq",null]""", "abc")]
    [InlineData("""["s","NotEq","fig"]""", "abd")]
    [InlineData("""["b","Eq",true]""", "a")]
    [InlineData("""["n","In",[1,3,9]]""", "ac")]
    [InlineData("""["s","NotIn",["fig","pear"]]""", "ad")]
    [InlineData("""["n","Lt",2.5]""", "a")]
    [InlineData("""["n","Lte",2.5]""", "ab")]
    [InlineData("""["n","Gt",2.5]""", "c")]
    [InlineData("""["n","Gte",2.5]""", "bc")]
    [InlineData("""["s","Gt","b"]""", "bc")]
    [InlineData("""["s","Gt",1]""", "")]
    [InlineData("""["id","Gte","c"]""", "cd")]
    [InlineData("""["t","Contains","y"]""", "ab")]
    [InlineData("""["t","NotContains","x"]""", "bcd")]
    [InlineData("""["t","ContainsAny",["x","z"]]""", "a")]
    [InlineData("""["t","NotContainsAny",["x","z"]]""", "bcd")]
    [InlineData("""["And",[["n","Gte",2],["s","Eq","fig"]]]""", "c")]
    [InlineData("""["Or",[["n","Eq",1],["s","Eq","fig"]]]""", "ac")]
    [InlineData("""["Not",["n","Gt",1]]""", "ad")]
    [InlineData("""["And",[["Or",[["n","Eq",1],["n","Eq",3]]],["Not",["s","Eq","fig"]]]]""", "a")]
    [InlineData("""["And",[]]""", "abcd")]
    [InlineData("""["Or",[]]""", "")]
    public async Task Filter_Expression_SelectsTheseRows(string filter, string ids)
    {
        var reply = await _gateway.PostAsync("/v2/namespaces/n/query", $$"""{"rank_by":["id","asc"],"filters":{{filter}}}""");

        Assert.Equal(ids, string.Concat(reply.Ok().Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task Filter_NestedTooDeep_IsRefusedAndNotFollowed()
    {
        var filter = string.Concat(Enumerable.Repeat("""["Not",""", 60)) + """["n","Eq",1]""" + new string(']', 60);
        (await _gateway.PostAsync("/v2/namespaces/n/query", $$"""{"rank_by":["id","asc"],"filters":{{filter}}}""")).Ok();

        var deeper = string.Concat(Enumerable.Repeat("""["Not",""", 200)) + """["n","Eq",1]""" + new string(']', 200);
        var reply = await _gateway.PostAsync("/v2/namespaces/n/query", $$"""{"rank_by":["id","asc"],"filters":{{deeper}}}""");

        Assert.InRange((int)reply.Status, 400, 422);
    }
}
