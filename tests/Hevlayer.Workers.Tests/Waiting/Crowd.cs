using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>Visitors of one gate, on one thread: each step ends before the next begins.</summary>
internal sealed class Crowd
{
    private readonly VirtualTime _time = new(new Random(1));
    private readonly List<Visitor> _visitors = [];
    private readonly SimulatedNode _node;
    private int _last;

    public Crowd(long capacity)
    {
        _node = _time.AddNode("gate");
        Gate = new Gate(capacity);
    }

    public Gate Gate { get; }

    public List<Visitor> Inside => _visitors.FindAll(static visitor => visitor.IsInside);

    /// <summary>Those who wait, in the order of arrival.</summary>
    public List<Visitor> Waiting => _visitors.FindAll(static visitor => !visitor.IsInside);

    public void Come(long amount)
    {
        var visitor = new Visitor(_last++, amount);
        _visitors.Add(visitor);
        Do(() => visitor.Come(Gate));
    }

    public void Leave(Visitor visitor)
    {
        _visitors.Remove(visitor);
        Do(() => Gate.Leave(visitor.Amount));
    }

    public void GiveUp(Visitor visitor)
    {
        _visitors.Remove(visitor);
        Do(visitor.GiveUp);
    }

    private void Do(Action action)
    {
        _node.Run(action);
        _time.RunUntil(static () => false, _time.Elapsed);
    }
}
