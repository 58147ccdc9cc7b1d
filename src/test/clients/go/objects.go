package main

import (
	"fmt"
	"reflect"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/data"
)

var polymorphic = reflect.TypeOf((*data.StructValue)(nil))

// object is one object of the server, reached through the client that the SDK has for its collection. All these
// clients have methods of the same form: ids, then the body, then optional parameters, of which none is given here.
type object[T any] struct {
	run  *run
	api  reflect.Value
	name string
	ids  []string
}

// try creates an object by PATCH, reads and compares it, changes it by PUT and back by PATCH, finds it in the list,
// and deletes it at the end of the family.
func try[T any](r *run, api any, ids []string, body T, change func(*T)) {
	create(r, api, ids, body).examine(body, change)
}

// tryGiven does the same with an object that the system makes and keeps.
func tryGiven[T any](r *run, api any, ids []string, body T, change func(*T)) {
	write(r, api, ids, body).examine(body, change)
}

// create only creates, reads and compares an object that others need, and deletes it at the end of the family.
func create[T any](r *run, api any, ids []string, body T) object[T] {
	o := write(r, api, ids, body)
	r.cleanup = append(r.cleanup, func() { r.step("delete "+o.name, o.delete) })
	return o
}

func write[T any](r *run, api any, ids []string, body T) object[T] {
	o := object[T]{run: r, api: reflect.ValueOf(api), ids: ids}
	o.name = fmt.Sprintf("%T %s", body, ids[len(ids)-1])[len("model."):]
	r.step("create "+o.name, func() error { return o.write(body) })
	r.step("read "+o.name, func() error { return o.readAndCompare(body) })
	return o
}

func (o object[T]) examine(body T, change func(*T)) {
	if change != nil {
		o.run.step("update "+o.name, func() error { return o.update(change) })
		o.run.step("patch "+o.name, func() error { return o.patchBack(body) })
	}
	if o.api.MethodByName("List").IsValid() {
		o.run.step("list "+o.name, o.findInList)
	}
}

func (o object[T]) write(body T) error {
	if o.api.MethodByName("Patch").IsValid() {
		_, err := o.call("Patch", o.ids, body)
		return err
	}
	_, err := o.call("Update", o.ids, body)
	return err
}

func (o object[T]) get() (T, error) {
	result, err := o.call("Get", o.ids, nil)
	if err != nil {
		var none T
		return none, err
	}
	return o.decoded(result)
}

// decoded is a reply as the type that was sent, with everything polymorphic in it checked.
func (o object[T]) decoded(reply any) (T, error) {
	var none T
	if structure, ok := reply.(*data.StructValue); ok {
		read, err := decodeVariant(structure)
		if err != nil {
			return none, err
		}
		reply = read
	}
	if err := decodeAll(reflect.ValueOf(reply), ""); err != nil {
		return none, err
	}
	typed, ok := reply.(T)
	if !ok {
		return none, fmt.Errorf("the reply is a %T", reply)
	}
	return typed, nil
}

func (o object[T]) readAndCompare(body T) error {
	got, err := o.get()
	if err != nil {
		return err
	}
	for _, field := range []string{"Id", "Path", "ParentPath", "RelativePath", "DisplayName", "Revision", "CreateTime"} {
		if value := reflect.ValueOf(got).FieldByName(field); value.IsValid() && value.IsNil() {
			return fmt.Errorf("%s is missing", field)
		}
	}
	return compare(body, got)
}

// update replaces the object by what was read and changed, and expects the next revision.
func (o object[T]) update(change func(*T)) error {
	got, err := o.get()
	if err != nil {
		return err
	}
	change(&got)
	reply, err := o.call("Update", o.ids, got)
	if err != nil {
		return err
	}
	updated, err := o.decoded(reply)
	if err != nil {
		return err
	}
	before, after := revision(got), revision(updated)
	if after != before+1 {
		return fmt.Errorf("revision %d after %d", after, before)
	}
	if err := compare(got, updated); err != nil {
		return fmt.Errorf("in the reply: %w", err)
	}
	if _, err := o.call("Update", o.ids, got); refused(err, "InvalidRequest", 604) != nil {
		return fmt.Errorf("a stale revision: %w", refused(err, "InvalidRequest", 604))
	}
	return o.readAndCompare(updated)
}

func revision(body any) int64 {
	value, _ := reflect.ValueOf(body).FieldByName("Revision").Interface().(*int64)
	if value == nil {
		return -1
	}
	return *value
}

func (o object[T]) patchBack(body T) error {
	if err := o.write(body); err != nil {
		return err
	}
	return o.readAndCompare(body)
}

// findInList walks the list in three pages.
func (o object[T]) findInList() error {
	ids := o.ids[:leading(o.api.MethodByName("List").Type())]
	all, _, count, err := o.page(ids, nil, nil)
	if err != nil {
		return err
	}
	if int64(len(all)) > count {
		return fmt.Errorf("%d objects, but result_count %d", len(all), count)
	}
	size := (count + 2) / 3
	var seen int64
	var cursor *string
	for found := false; ; {
		page, next, total, err := o.page(ids, cursor, &size)
		if err != nil {
			return err
		}
		seen += int64(len(page))
		for _, each := range page {
			found = found || each == o.ids[len(o.ids)-1]
		}
		if total != count || int64(len(page)) > size {
			return fmt.Errorf("a page of %d with result_count %d, asked for %d of %d", len(page), total, size, count)
		}
		if next == nil || *next == "" {
			if seen != count || !found {
				return fmt.Errorf("%d of %d objects in all pages, this one among them: %v", seen, count, found)
			}
			return nil
		}
		if len(page) == 0 {
			return fmt.Errorf("an empty page with a cursor")
		}
		cursor = next
	}
}

// page answers the ids of a page, its cursor and the count, after decoding all of it.
func (o object[T]) page(ids []string, cursor *string, size *int64) ([]string, *string, int64, error) {
	reply, err := o.callList(ids, cursor, size)
	if err != nil {
		return nil, nil, 0, err
	}
	value := reflect.ValueOf(reply)
	results := value.FieldByName("Results")
	found := make([]string, results.Len())
	for i := range results.Len() {
		element := results.Index(i)
		if structure, ok := element.Interface().(*data.StructValue); ok {
			read, err := decodeVariant(structure)
			if err != nil {
				return nil, nil, 0, fmt.Errorf("element %d: %w", i, err)
			}
			element = reflect.ValueOf(read)
		}
		if err := decodeAll(element, fmt.Sprintf("[%d]", i)); err != nil {
			return nil, nil, 0, err
		}
		if id, ok := element.FieldByName("Id").Interface().(*string); ok && id != nil {
			found[i] = *id
		}
	}
	count, _ := value.FieldByName("ResultCount").Interface().(*int64)
	if count == nil {
		return nil, nil, 0, fmt.Errorf("a list without result_count")
	}
	next, _ := value.FieldByName("Cursor").Interface().(*string)
	return found, next, *count, nil
}

func (o object[T]) delete() error {
	if _, err := o.call("Delete", o.ids, nil); err != nil {
		return err
	}
	_, err := o.call("Get", o.ids, nil)
	return refused(err, "NotFound", 600)
}

// call calls a method of the SDK's client: ids, the body where one is wanted, and nothing for all that is optional.
func (o object[T]) call(method string, ids []string, body any) (any, error) {
	call := o.api.MethodByName(method)
	arguments := make([]reflect.Value, call.Type().NumIn())
	for i := range arguments {
		wanted := call.Type().In(i)
		switch {
		case i < len(ids):
			arguments[i] = reflect.ValueOf(ids[i])
		case i == len(ids) && body != nil && wanted == polymorphic:
			arguments[i] = reflect.ValueOf(variant(body))
		case i == len(ids) && body != nil:
			arguments[i] = reflect.ValueOf(body)
		default:
			arguments[i] = reflect.Zero(wanted)
		}
	}
	return outcome(call.Call(arguments))
}

// callList calls List: of its optional parameters the first text is the cursor and the only number the page size.
func (o object[T]) callList(ids []string, cursor *string, size *int64) (any, error) {
	call := o.api.MethodByName("List")
	arguments := make([]reflect.Value, call.Type().NumIn())
	cursorGiven := false
	for i := range arguments {
		wanted := call.Type().In(i)
		switch {
		case i < len(ids):
			arguments[i] = reflect.ValueOf(ids[i])
		case wanted == reflect.TypeOf(size):
			arguments[i] = reflect.ValueOf(size)
		case wanted == reflect.TypeOf(cursor) && !cursorGiven:
			arguments[i] = reflect.ValueOf(cursor)
			cursorGiven = true
		default:
			arguments[i] = reflect.Zero(wanted)
		}
	}
	return outcome(call.Call(arguments))
}

func outcome(results []reflect.Value) (any, error) {
	err, _ := results[len(results)-1].Interface().(error)
	if len(results) == 1 || err != nil {
		return nil, err
	}
	return results[0].Interface(), nil
}

// leading counts the ids that a method takes.
func leading(method reflect.Type) int {
	count := 0
	for count < method.NumIn() && method.In(count).Kind() == reflect.String {
		count++
	}
	return count
}
