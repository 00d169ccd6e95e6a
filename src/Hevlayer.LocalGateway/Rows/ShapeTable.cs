namespace Hevlayer.Local;

/// <summary>Keeps one list of names per shape of row, so that thousands of rows share it. Not thread safe.</summary>
internal sealed class ShapeTable
{
    // Rows of one namespace have few shapes; past this many, new shapes are kept by their rows alone.
    private const int MostShapes = 32;

    private readonly List<string[]> _shapes = [];

    public RowAttributes Store(AttributeMap attributes)
    {
        var values = new AttributeValue[attributes.Count];
        var names = Shape(attributes);
        for (var i = 0; i < names.Length; i++)
        {
            values[i] = attributes[names[i]];
        }

        return new RowAttributes(names, values);
    }

    private string[] Shape(AttributeMap attributes)
    {
        foreach (var shape in _shapes)
        {
            if (shape.Length == attributes.Count && Array.TrueForAll(shape, attributes.ContainsKey))
            {
                return shape;
            }
        }

        string[] names = [.. attributes.Keys];
        if (_shapes.Count < MostShapes)
        {
            _shapes.Add(names);
        }

        return names;
    }
}
