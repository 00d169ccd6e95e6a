using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>The schema of the namespace that a collection writes to.</summary>
internal static class SchemaOf
{
    public static Dictionary<string, AttributeSchema> Model(CollectionModel model)
    {
        var schema = model.DataProperties.ToDictionary(static property => property.StorageName, Attribute, StringComparer.Ordinal);
        if (model.VectorProperties is [var vector])
        {
            schema[RowFields.Vector] = new() { Type = AttributeType.Vector(vector.Dimensions), Ann = true };
        }

        return schema;
    }

    // Full-text search takes the filter index away unless it is asked for.
    private static AttributeSchema Attribute(DataPropertyModel property) => new()
    {
        Type = StoredTypes.Find(property.Type)!.Schema,
        Filterable = property.IsFullTextIndexed ? property.IsIndexed : null,
        FullTextSearch = property.IsFullTextIndexed ? true : null,
        Fuzzy = property.IsFullTextIndexed && property.Type == typeof(string) ? true : null,
    };
}
