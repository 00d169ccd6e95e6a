namespace Hevlayer.Tests.Building;

public sealed class WriteRefusalTests
{
    private static readonly float[] Two = [1, 2];
    private static readonly float[] Three = [1, 2, 3];
    private static readonly WriteRow Row = new() { Id = "a" };
    private static readonly WriteColumns Columns = new() { Ids = ["b"] };
    private static readonly Filter Any = Filter.Eq("a", 1);

    public static TheoryData<string, string, NamespaceWrite> Refusals => new()
    {
        { "write", "nothing to write", new() },
        { "write", "nothing to write", new() { DistanceMetric = DistanceMetric.CosineDistance, ReturnAffectedIds = true } },
        { "UpsertColumns", "Both UpsertRows and UpsertColumns", new() { UpsertRows = [Row], UpsertColumns = Columns } },
        { "PatchColumns", "Both PatchRows and PatchColumns", new() { PatchRows = [Row], PatchColumns = Columns } },
        { "UpsertRows", "at least one", new() { UpsertRows = [] } },
        { "UpsertRows[0]", "null", new() { UpsertRows = [null!] } },
        { "UpsertRows[0].Id", "an empty text", new() { UpsertRows = [new() { Id = " " }] } },
        { "UpsertRows[0].Id", "of kind Null", new() { UpsertRows = [new() { Id = default }] } },
        { "UpsertRows[0].Id", "of kind Boolean", new() { UpsertRows = [new() { Id = true }] } },
        { "PatchRows[0].Id", "-1", new() { PatchRows = [new() { Id = -1 }] } },
        { "UpsertRows[1].Id", "twice", new() { UpsertRows = [Row, Row] } },
        { "UpsertRows[0].Vector", "empty", new() { UpsertRows = [Row with { Vector = ReadOnlyMemory<float>.Empty }] } },
        { "UpsertRows[0].Vector", "NaN", new() { UpsertRows = [Row with { Vector = new[] { float.NaN } }] } },
        { "UpsertRows[1].Vector", "same dimension", new() { UpsertRows = [Row with { Vector = Two }, new() { Id = "b", Vector = Three }] } },
        { "UpsertRows[0].Vectors[1]", "same dimension", new() { UpsertRows = [Row with { Vectors = [Two, Three] }] } },
        { "UpsertRows[0].Vectors", "at least one", new() { UpsertRows = [Row with { Vectors = [] }] } },
        { "UpsertRows[0]", "both Vector and Vectors", new() { UpsertRows = [Row with { Vector = Two, Vectors = [Two] }] } },
        { "UpsertRows[0].Attributes", "reserved", new() { UpsertRows = [Row with { Attributes = new() { ["_hevlayer_udf_a_v"] = 1 } }] } },
        { "PatchRows[0].Attributes", "reserved", new() { PatchRows = [Row with { Attributes = new() { ["_hevlayer_x"] = 1 } }] } },
        { "UpsertRows[0].Attributes", "meaning of its own", new() { UpsertRows = [Row with { Attributes = new() { ["id"] = 1 } }] } },
        { "UpsertRows[0].Attributes", "meaning of its own", new() { UpsertRows = [Row with { Attributes = new() { ["$dist"] = 1 } }] } },
        { "UpsertRows[0].Attributes", "empty", new() { UpsertRows = [Row with { Attributes = new() { [""] = 1 } }] } },
        { "UpsertColumns.Ids", "at least one", new() { UpsertColumns = new() { Ids = [] } } },
        { "UpsertColumns.Ids[1]", "twice", new() { UpsertColumns = new() { Ids = ["a", "a"] } } },
        { "UpsertColumns.Ids[0]", "an empty text", new() { UpsertColumns = new() { Ids = [""] } } },
        { "UpsertColumns.Vector", "2 values and there are 1 ids", new() { UpsertColumns = Columns with { Vector = [Two, Two] } } },
        { "UpsertColumns.Vectors", "2 values and there are 1 ids", new() { UpsertColumns = Columns with { Vectors = [[Two], [Two]] } } },
        { "UpsertColumns.Vectors[0][1]", "same dimension", new() { UpsertColumns = Columns with { Vectors = [[Two, Three]] } } },
        { "UpsertColumns", "Both Vector and Vectors", new() { UpsertColumns = Columns with { Vector = [Two], Vectors = [[Two]] } } },
        { "PatchColumns.Attributes['color']", "2 values and there are 1 ids", new() { PatchColumns = Columns with { Attributes = new() { ["color"] = ["a", "b"] } } } },
        { "PatchColumns.Attributes['color']", "null", new() { PatchColumns = Columns with { Attributes = new() { ["color"] = null! } } } },
        { "PatchColumns.Attributes['_hevlayer_x']", "reserved", new() { PatchColumns = Columns with { Attributes = new() { ["_hevlayer_x"] = ["a"] } } } },
        { "PatchColumns.Vector[0]", "same dimension", new() { UpsertRows = [Row with { Vector = Three }], PatchColumns = Columns with { Vector = [Two] } } },
        { "Deletes", "at least one", new() { Deletes = [] } },
        { "Deletes[1]", "an empty text", new() { Deletes = ["a", ""] } },
        { "Deletes[1]", "twice", new() { Deletes = [1, 1] } },
        { "PatchByFilter.Patch", "at least one", new() { PatchByFilter = new() { Filters = Any, Patch = [] } } },
        { "PatchByFilter.Patch", "reserved", new() { PatchByFilter = new() { Filters = Any, Patch = new() { ["_hevlayer_x"] = 1 } } } },
        { "PatchByFilter.Filters", "null", new() { PatchByFilter = new() { Filters = null!, Patch = new() { ["a"] = 1 } } } },
        { "UpsertCondition", "no upserts", new() { Deletes = ["a"], UpsertCondition = Any } },
        { "PatchCondition", "no patches", new() { Deletes = ["a"], PatchCondition = Any } },
        { "DeleteCondition", "no deletes", new() { DeleteByFilter = Any, DeleteCondition = Any } },
        { "DeleteByFilterAllowPartial", "no DeleteByFilter", new() { Deletes = ["a"], DeleteByFilterAllowPartial = true } },
        { "PatchByFilterAllowPartial", "no PatchByFilter", new() { Deletes = ["a"], PatchByFilterAllowPartial = true } },
        { "Schema", "at least one", new() { Schema = [] } },
        { "Schema", "reserved", new() { Schema = new() { ["_hevlayer_upserted_at"] = AttributeType.Int } } },
        { "Schema['a'].Type", "empty", new() { Schema = new() { ["a"] = default(AttributeType) } } },
        { "Schema['a'].FullTextSearch.MaxTokenLength", "from 1 to 254", new() { Schema = new() { ["a"] = new() { Type = "string", FullTextSearch = new FullTextSearch { MaxTokenLength = 0 } } } } },
        { "Schema['a'].FullTextSearch.MaxTokenLength", "from 1 to 254", new() { Schema = new() { ["a"] = new() { Type = "string", FullTextSearch = new FullTextSearch { MaxTokenLength = 255 } } } } },
        { "Schema['a'].FullTextSearch.K1", "finite", new() { Schema = new() { ["a"] = new() { Type = "string", FullTextSearch = new FullTextSearch { K1 = double.NaN } } } } },
        { "Schema['a'].FullTextSearch.B", "finite", new() { Schema = new() { ["a"] = new() { Type = "string", FullTextSearch = new FullTextSearch { B = double.PositiveInfinity } } } } },
        { "Schema['a']", "null", new() { Schema = new() { ["a"] = null! } } },
        { "Extra", "refuses", new() { Extra = new() { ["upserts"] = 1 } } },
        { "Extra", "refused", new() { Extra = new() { ["blobs"] = 1 } } },
        { "Extra", "another operation", new() { Extra = new() { ["copy_from_namespace"] = "b" } } },
        { "Extra", "another operation", new() { Extra = new() { ["branch_from_namespace"] = "b" } } },
        { "Extra", "property of its own", new() { Extra = new() { ["deletes"] = 1 } } },
        { "Extra", "empty", new() { Extra = new() { [""] = 1 } } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WrongWrite_IsRefusedWithTheMemberAndTheReason(string member, string reason, NamespaceWrite write)
    {
        var error = Assert.ThrowsAny<ArgumentException>(write.ToRequest);

        Assert.Equal(member, error.ParamName);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
