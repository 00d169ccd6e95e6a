using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>Reads what a record consists of, and refuses what a row cannot hold.</summary>
internal sealed class RecordModelBuilder() : CollectionModelBuilder(new()
{
    SupportsMultipleVectors = false,
    RequiresAtLeastOneVector = false,
    ReservedKeyStorageName = RowFields.Id,
})
{
    public const string VectorTypes = "ReadOnlyMemory<float>, float[] or Embedding<float>";

    public static bool IsVector(Type type) =>
        type == typeof(ReadOnlyMemory<float>)
        || type == typeof(ReadOnlyMemory<float>?)
        || type == typeof(float[])
        || type == typeof(Embedding<float>);

    // A row has one vector, and it has one name.
    protected override void Customize()
    {
        foreach (var property in VectorProperties)
        {
            property.StorageName = RowFields.Vector;
        }
    }

    protected override void ValidateProperty(PropertyModel propertyModel, VectorStoreCollectionDefinition? definition)
    {
        base.ValidateProperty(propertyModel, definition);
        switch (propertyModel)
        {
            case DataPropertyModel data when RowFields.IsReserved(data.StorageName):
                throw new InvalidOperationException($"Property '{data.ModelName}' has the storage name '{data.StorageName}', which is reserved for the gateway.");
            case DataPropertyModel { IsFullTextIndexed: true } data when StoredTypes.Find(data.Type)?.Element.Type != typeof(string):
                throw new NotSupportedException($"Property '{data.ModelName}' has the type '{data.Type.Name}' and is full-text indexed; only texts and lists of texts can be.");
            case VectorPropertyModel vector:
                DistanceRules.Check(vector);
                break;
        }
    }

    protected override void ValidateKeyProperty(KeyPropertyModel keyProperty)
    {
        base.ValidateKeyProperty(keyProperty);
        if (!StoredKeys.IsValid(keyProperty.Type))
        {
            throw new NotSupportedException($"Property '{keyProperty.ModelName}' has the type '{keyProperty.Type.Name}'; a key must be {StoredKeys.Names}.");
        }
    }

    protected override bool IsDataPropertyTypeValid(Type type, [NotNullWhen(false)] out string? supportedTypes)
    {
        supportedTypes = StoredTypes.Names;
        return StoredTypes.Find(type) is not null;
    }

    protected override bool IsVectorPropertyTypeValid(Type type, [NotNullWhen(false)] out string? supportedTypes)
    {
        supportedTypes = VectorTypes;
        return IsVector(type);
    }
}
