using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>Makes rows of records and records of rows.</summary>
internal sealed class RecordMapper<TRecord>(CollectionModel model)
    where TRecord : class
{
    private readonly (DataPropertyModel Property, StoredShape Shape)[] _data =
        [.. model.DataProperties.Select(static property => (property, StoredTypes.Find(property.Type)!))];

    /// <summary>Names of the attributes that hold the data of a record.</summary>
    public string[] Attributes { get; } = [.. model.DataProperties.Select(static property => property.StorageName)];

    /// <summary>The row of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="generated">The vector that was generated for it; null to take the record's own.</param>
    /// <exception cref="ArgumentException">A value of the record cannot be stored.</exception>
    public WriteRow ToRow(TRecord record, Embedding? generated)
    {
        var attributes = new AttributeMap();
        foreach (var (property, shape) in _data)
        {
            if (property.GetValueAsObject(record) is { } value)
            {
                attributes[property.StorageName] = Write(property, shape, value);
            }
        }

        return new()
        {
            Id = StoredKeys.Write(model.KeyProperty.GetValueAsObject(record)),
            Vector = Vector(record, generated),
            Attributes = attributes,
        };
    }

    /// <summary>The record of a row.</summary>
    /// <param name="id">Id of the row.</param>
    /// <param name="attributes">Its attributes, with the vector when it was asked for.</param>
    public TRecord ToRecord(string id, AttributeMap attributes)
    {
        var record = model.CreateRecord<TRecord>();
        model.KeyProperty.SetValueAsObject(record, StoredKeys.Read(id, model.KeyProperty.Type));
        foreach (var (property, shape) in _data)
        {
            property.SetValueAsObject(record, attributes.TryGetValue(property.StorageName, out var value) ? shape.Read(value) : null);
        }

        if (model.VectorProperties is [var vector] && attributes.TryGetValue(RowFields.Vector, out var stored) && VectorForms.Read(stored) is { } components)
        {
            vector.SetValueAsObject(record, VectorForms.As(vector.Type, components));
        }

        return record;
    }

    private static AttributeValue Write(DataPropertyModel property, StoredShape shape, object value)
    {
        try
        {
            return shape.Write(value);
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            throw new ArgumentException($"Property '{property.ModelName}' cannot be stored: {exception.Message}", exception);
        }
    }

    private ReadOnlyMemory<float>? Vector(TRecord record, Embedding? generated)
    {
        if (model.VectorProperties is not [var property])
        {
            return null;
        }

        var vector = VectorForms.Components(generated ?? property.GetValueAsObject(record));
        if (vector is { IsEmpty: false } && vector.Value.Length != property.Dimensions)
        {
            throw new ArgumentException($"The vector of property '{property.ModelName}' has {vector.Value.Length} components; {property.Dimensions} are needed.");
        }

        return vector is { IsEmpty: true } ? null : vector;
    }
}
