<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
    <context>
        <name>taphuan</name>
        <message>
            <source> (đã đóng)</source>
            <translation> (closed)</translation>
        </message>
        <message>
            <source> hay </source>
            <translation> or </translation>
        </message>
        <message numerus="yes">
            <source> và {count} người nữa</source>
            <translation>
                <numerusform> and {count} more person</numerusform>
                <numerusform> and {count} more people</numerusform>
            </translation>
        </message>
        <message>
            <source>% số buổi</source>
            <translation>% of the sessions</translation>
        </message>
        <message>
            <source>(bỏ qua cột này)</source>
            <translation>(leave this column out)</translation>
        </message>
        <message>
            <source>(cột {number}, không có tiêu đề)</source>
            <translation>(column {number}, no heading)</translation>
        </message>
        <message>
            <source>(dân tộc không hiện)</source>
            <translation>(ethnic group not shown)</translation>
        </message>
        <message>
            <source>(không hiện)</source>
            <translation>(not shown)</translation>
        </message>
        <message>
            <source>(trống)</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>/ {total} có mặt</source>
            <translation>/ {total} present</translation>
        </message>
        <message numerus="yes">
            <source>/ {total} học viên có mặt</source>
            <translation>
                <numerusform>/ {total} participant present</numerusform>
                <numerusform>/ {total} participants present</numerusform>
            </translation>
        </message>
        <message>
            <source>03721 5
xã Mường É: 10 người
Co Mạ</source>
            <translation>03721 5
xã Mường É: 10
Co Mạ</translation>
        </message>
        <message>
            <source>1 Chọn tệp</source>
            <translation>1 Choose a file</translation>
        </message>
        <message>
            <source>12 chữ số</source>
            <translation>12 digits</translation>
        </message>
        <message>
            <source>15/08/1990 hoặc 1990</source>
            <translation>15/08/1990 or 1990</translation>
        </message>
        <message>
            <source>2 Ghép cột</source>
            <translation>2 Match columns</translation>
        </message>
        <message>
            <source>3 Xem lại</source>
            <translation>3 Review</translation>
        </message>
        <message>
            <source>30 ngày qua</source>
            <translation>last 30 days</translation>
        </message>
        <message>
            <source>4 Hoàn tất</source>
            <translation>4 Done</translation>
        </message>
        <message numerus="yes">
            <source>5 kỹ năng · {count} nội dung</source>
            <translation>
                <numerusform>5 skills · {count} topic</numerusform>
                <numerusform>5 skills · {count} topics</numerusform>
            </translation>
        </message>
        <message>
            <source>Ai giúp tiếp</source>
            <translation>Who helps next</translation>
        </message>
        <message>
            <source>Ai, lúc nào</source>
            <translation>Who, when</translation>
        </message>
        <message>
            <source>Biểu tượng</source>
            <translation>Icons</translation>
        </message>
        <message>
            <source>Buổi</source>
            <translation>Session</translation>
        </message>
        <message>
            <source>Buổi học</source>
            <translation>Sessions</translation>
        </message>
        <message>
            <source>Buổi học hôm nay</source>
            <translation>Today’s sessions</translation>
        </message>
        <message>
            <source>Buổi tới: {when} · {title}</source>
            <translation>Next session: {when} · {title}</translation>
        </message>
        <message>
            <source>Buổi {number}</source>
            <translation>Session {number}</translation>
        </message>
        <message>
            <source>Buổi {number} là ngày {day}, không phải hôm nay ({today}).</source>
            <translation>Session {number} is on {day}, not today ({today}).</translation>
        </message>
        <message>
            <source>Buổi {number} lại diễn ra.</source>
            <translation>Session {number} takes place again.</translation>
        </message>
        <message>
            <source>Buổi {number} mở điểm danh từ {time}.</source>
            <translation>Check-in for session {number} opens at {time}.</translation>
        </message>
        <message>
            <source>Buổi {number} · {day}</source>
            <translation>Session {number} · {day}</translation>
        </message>
        <message>
            <source>Buổi {number} · {when}</source>
            <translation>Session {number} · {when}</translation>
        </message>
        <message>
            <source>Buổi {number} đã kết thúc lúc {time}.</source>
            <translation>Session {number} ended at {time}.</translation>
        </message>
        <message>
            <source>Buổi {number}: giờ kết thúc phải sau giờ bắt đầu</source>
            <translation>Session {number}: the end must come after the start</translation>
        </message>
        <message>
            <source>Buổi {number}: {status}</source>
            <translation>Session {number}: {status}</translation>
        </message>
        <message>
            <source>B{number}</source>
            <translation>S{number}</translation>
        </message>
        <message>
            <source>Bảng tính (*.xlsx *.xlsm *.xls *.ods *.csv)</source>
            <translation>Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv)</translation>
        </message>
        <message>
            <source>Bảng điểm danh (Excel)…</source>
            <translation>Attendance table (Excel)…</translation>
        </message>
        <message>
            <source>Bắt đầu</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Bắt đầu với Tập Huấn</source>
            <translation>Getting started with Tập Huấn</translation>
        </message>
        <message>
            <source>Bắt đầu điểm danh</source>
            <translation>Start check-in</translation>
        </message>
        <message>
            <source>Bỏ</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Bỏ buổi này</source>
            <translation>Remove this session</translation>
        </message>
        <message>
            <source>Bỏ dòng này</source>
            <translation>Leave this row out</translation>
        </message>
        <message>
            <source>Bỏ ghi nhận đó: đúng là một người</source>
            <translation>Overrule that: they are one person</translation>
        </message>
        <message>
            <source>Bỏ khỏi danh sách</source>
            <translation>Remove from the list</translation>
        </message>
        <message>
            <source>Bỏ lọc</source>
            <translation>Clear the filter</translation>
        </message>
        <message>
            <source>Bỏ qua</source>
            <translation>Left out</translation>
        </message>
        <message>
            <source>Bỏ qua dòng này</source>
            <translation>Leave this row out</translation>
        </message>
        <message>
            <source>Bỏ quyết định</source>
            <translation>Take the decision back</translation>
        </message>
        <message>
            <source>Bỏ tệp {name}</source>
            <translation>Take out the file {name}</translation>
        </message>
        <message>
            <source>Bỏ đánh giá (Delete)</source>
            <translation>Clear the result (Delete)</translation>
        </message>
        <message>
            <source>Bối cảnh</source>
            <translation>Background</translation>
        </message>
        <message>
            <source>Bối cảnh chung</source>
            <translation>General background</translation>
        </message>
        <message>
            <source>Bổ sung cho người đã có</source>
            <translation>Adds to a known person</translation>
        </message>
        <message>
            <source>Bổ sung quyết định còn thiếu</source>
            <translation>Missing decision added</translation>
        </message>
        <message numerus="yes">
            <source>CHƯA LƯU {count} lượt</source>
            <translation>
                <numerusform>{count} SCAN NOT SAVED</numerusform>
                <numerusform>{count} SCANS NOT SAVED</numerusform>
            </translation>
        </message>
        <message>
            <source>Chiến dịch</source>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Cho thôi học</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Cho thôi học…</source>
            <translation>Withdraw…</translation>
        </message>
        <message>
            <source>Chuyển</source>
            <translation>Move</translation>
        </message>
        <message>
            <source>Chuyển người dân sang thôn, bản mới</source>
            <translation>Move the people to the new hamlet</translation>
        </message>
        <message>
            <source>Chuyển sang tổ khác</source>
            <translation>Move to another team</translation>
        </message>
        <message>
            <source>Chuyển thành viên sang tổ mới</source>
            <translation>Move the members to the new team</translation>
        </message>
        <message>
            <source>Chuyển tổ…</source>
            <translation>Move to a team…</translation>
        </message>
        <message>
            <source>Chuyển từ TCVN3 (.VnTime)</source>
            <translation>Convert from TCVN3 (.VnTime)</translation>
        </message>
        <message>
            <source>Chuyển từ VNI</source>
            <translation>Convert from VNI</translation>
        </message>
        <message>
            <source>Chuẩn hóa mã chữ</source>
            <translation>Letter codes normalised</translation>
        </message>
        <message>
            <source>Chép</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Chép chi tiết</source>
            <translation>Copy the details</translation>
        </message>
        <message>
            <source>Chép câu báo cáo</source>
            <translation>Copy as a sentence</translation>
        </message>
        <message>
            <source>Chép danh sách</source>
            <translation>Copy the list</translation>
        </message>
        <message>
            <source>Chép lời nhắc</source>
            <translation>Copy reminder</translation>
        </message>
        <message>
            <source>Chép ảnh</source>
            <translation>Copy as a picture</translation>
        </message>
        <message>
            <source>Chính tệp này đã được nhập lúc {when}</source>
            <translation>This very file was imported at {when}</translation>
        </message>
        <message>
            <source>Chính tệp này đã được nhập rồi; chỉ phần mới được ghi thêm.</source>
            <translation>This very file was imported before; only what is new is written.</translation>
        </message>
        <message>
            <source>Chưa chọn</source>
            <translation>Not chosen</translation>
        </message>
        <message>
            <source>Chưa có</source>
            <translation>None yet</translation>
        </message>
        <message>
            <source>Chưa có bản sao lưu nào</source>
            <translation>No backup yet</translation>
        </message>
        <message>
            <source>Chưa có học viên nào</source>
            <translation>No participants yet</translation>
        </message>
        <message>
            <source>Chưa có học viên nào. Hãy nhập danh sách các xã gửi về.</source>
            <translation>No participants yet. Import the lists the communes send.</translation>
        </message>
        <message>
            <source>Chưa có khóa nào</source>
            <translation>No courses yet</translation>
        </message>
        <message>
            <source>Chưa có khóa nào trong kỳ này. Hãy chọn kỳ khác.</source>
            <translation>No course in this period. Choose another one.</translation>
        </message>
        <message>
            <source>Chưa có khóa nào. Hãy lập khóa tập huấn đầu tiên.</source>
            <translation>No course yet. Plan the first one.</translation>
        </message>
        <message>
            <source>Chưa có khóa tập huấn nào. Hãy lập khóa và các buổi học trước.</source>
            <translation>No course yet. Plan a course and its sessions first.</translation>
        </message>
        <message>
            <source>Chưa có lượt quét nào. Mời quét thẻ đầu tiên.</source>
            <translation>No scan yet. Scan the first card.</translation>
        </message>
        <message>
            <source>Chưa có quyết định</source>
            <translation>No decision</translation>
        </message>
        <message>
            <source>Chưa có số liệu toàn xã. Số của xã được nhập riêng, không cộng từ các thôn, bản.</source>
            <translation>No figures of the whole commune yet. They are entered on their own, not added up from the hamlets.</translation>
        </message>
        <message>
            <source>Chưa có trong danh sách? Thêm người mới…</source>
            <translation>Not on the list? Add a new person…</translation>
        </message>
        <message>
            <source>Chưa cấp giấy chứng nhận nào. Giấy được cấp ở tab Chứng nhận của khóa.</source>
            <translation>No certificate issued yet. They are issued in the course’s Certificates tab.</translation>
        </message>
        <message>
            <source>Chưa dự buổi nào</source>
            <translation>Attended no session</translation>
        </message>
        <message>
            <source>Chưa dự đủ buổi</source>
            <translation>Attended too few sessions</translation>
        </message>
        <message>
            <source>Chưa ghi gì.</source>
            <translation>Nothing written yet.</translation>
        </message>
        <message>
            <source>Chưa ghi gì. Bấm “Nhập” để ghi tất cả trong một lần; có thể hoàn tác cả tệp: thêm {added}, đã có {matched}, để lại {held}.</source>
            <translation>Nothing written yet. “Import” writes everything at once, and can be undone file by file: {added} new, {matched} known, {held} set aside.</translation>
        </message>
        <message>
            <source>Chưa ghi lượt quét này</source>
            <translation>This scan was not recorded</translation>
        </message>
        <message>
            <source>Chưa gửi</source>
            <translation>Not sent</translation>
        </message>
        <message>
            <source>Chưa hiểu</source>
            <translation>Not understood</translation>
        </message>
        <message>
            <source>Chưa hoàn thành</source>
            <translation>Not completed</translation>
        </message>
        <message>
            <source>Chưa hoàn thành: thiếu buổi</source>
            <translation>Not completed: too few sessions</translation>
        </message>
        <message>
            <source>Chưa hoàn thành: thiếu kỹ năng</source>
            <translation>Not completed: skills missing</translation>
        </message>
        <message>
            <source>Chưa hoàn tác được lần nhập này</source>
            <translation>This import cannot be undone yet</translation>
        </message>
        <message>
            <source>Chưa khai đơn vị</source>
            <translation>No organiser entered</translation>
        </message>
        <message>
            <source>Chưa lưu</source>
            <translation>Not saved</translation>
        </message>
        <message numerus="yes">
            <source>Chưa lưu {count} lượt</source>
            <translation>
                <numerusform>{count} scan not saved</numerusform>
                <numerusform>{count} scans not saved</numerusform>
            </translation>
        </message>
        <message>
            <source>Chưa nhập tệp nào.</source>
            <translation>No file imported yet.</translation>
        </message>
        <message>
            <source>Chưa nhập tệp nào. Hãy nhập danh sách các xã gửi về.</source>
            <translation>No file imported yet. Import the lists the communes send.</translation>
        </message>
        <message>
            <source>Chưa rõ</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>Chưa rõ xã</source>
            <translation>Commune unknown</translation>
        </message>
        <message>
            <source>Chưa sao lưu</source>
            <translation>Not backed up</translation>
        </message>
        <message>
            <source>Chưa sao lưu lần nào</source>
            <translation>Never backed up</translation>
        </message>
        <message>
            <source>Chưa tham gia khóa tập huấn nào.</source>
            <translation>Has not taken part in any course.</translation>
        </message>
        <message>
            <source>Chưa tổng kết</source>
            <translation>Not yet concluded</translation>
        </message>
        <message>
            <source>Chưa vào tổ nào, vì chưa rõ tổ ở dòng này</source>
            <translation>In no team yet, because the team of this row is unclear</translation>
        </message>
        <message>
            <source>Chưa đánh giá xong</source>
            <translation>Assessment not finished</translation>
        </message>
        <message>
            <source>Chưa đóng khóa</source>
            <translation>Course not closed</translation>
        </message>
        <message>
            <source>Chưa đạt</source>
            <translation>Not passed</translation>
        </message>
        <message>
            <source>Chưa đạt kỹ năng</source>
            <translation>Skills not passed</translation>
        </message>
        <message>
            <source>Chưa đạt: {skills}</source>
            <translation>Not passed: {skills}</translation>
        </message>
        <message>
            <source>Chưa đến</source>
            <translation>Not here yet</translation>
        </message>
        <message>
            <source>Chưa đến (0)</source>
            <translation>Not here yet (0)</translation>
        </message>
        <message>
            <source>Chưa đến ({count})</source>
            <translation>Not here yet ({count})</translation>
        </message>
        <message>
            <source>Chưa đến ({count}) · {course} · Buổi {number} · {day}</source>
            <translation>Not here yet ({count}) · {course} · Session {number} · {day}</translation>
        </message>
        <message>
            <source>Chưa đề nghị xã nào gửi danh sách. Hãy thêm các xã, đặt chỉ tiêu và hạn gửi, rồi làm phiếu đăng ký để gửi cho từng xã.</source>
            <translation>No commune has been asked for a list. Add communes, set quota and deadline, then make the registration form to send to each.</translation>
        </message>
        <message>
            <source>Chưa đọc được</source>
            <translation>Not readable</translation>
        </message>
        <message>
            <source>Chưa đọc được tệp này. Hãy chọn tệp khác.</source>
            <translation>This file could not be read. Choose another one.</translation>
        </message>
        <message>
            <source>Chương trình</source>
            <translation>Curriculum</translation>
        </message>
        <message>
            <source>Chương trình gặp lỗi khi ghi.</source>
            <translation>The program failed while writing.</translation>
        </message>
        <message>
            <source>Chương trình gặp lỗi. Dữ liệu đã ghi vẫn an toàn.</source>
            <translation>The program ran into a fault. What was written is safe.</translation>
        </message>
        <message>
            <source>Chấp nhận mọi chỗ sửa loại này</source>
            <translation>Accept every repair of this kind</translation>
        </message>
        <message>
            <source>Chấp nhận sửa</source>
            <translation>Repair accepted</translation>
        </message>
        <message>
            <source>Chỉ có năm sinh</source>
            <translation>Year of birth only</translation>
        </message>
        <message>
            <source>Chỉ có tháng hoặc năm; đã điền đủ ngày</source>
            <translation>Month or year only; completed to a day</translation>
        </message>
        <message>
            <source>Chỉ có tháng và năm sinh</source>
            <translation>Month and year of birth only</translation>
        </message>
        <message>
            <source>Chỉ gộp được các tổ của cùng một xã, phường.</source>
            <translation>Only teams of the same commune or ward can be merged.</translation>
        </message>
        <message>
            <source>Chỉ sửa được nội dung tự thêm</source>
            <translation>Only topics you added can be edited</translation>
        </message>
        <message>
            <source>Chỉ tiêu</source>
            <translation>Quota</translation>
        </message>
        <message>
            <source>Chỉ tiêu mỗi xã</source>
            <translation>Quota of each commune</translation>
        </message>
        <message>
            <source>Chỉ tiêu và hạn gửi</source>
            <translation>Quota and deadline</translation>
        </message>
        <message>
            <source>Chỉ tiêu, hạn gửi…</source>
            <translation>Quota, deadline…</translation>
        </message>
        <message>
            <source>Chỉ xem</source>
            <translation>Read only</translation>
        </message>
        <message>
            <source>Chọn bản sao lưu</source>
            <translation>Choose a backup</translation>
        </message>
        <message>
            <source>Chọn các tệp danh sách</source>
            <translation>Choose lists</translation>
        </message>
        <message>
            <source>Chọn cả thư mục…</source>
            <translation>Choose a whole folder…</translation>
        </message>
        <message>
            <source>Chọn hồ sơ khác của cùng một người. Bước sau sẽ so từng mục trước khi gộp.</source>
            <translation>Choose the other record of the same person. The next step compares them field by field before anything is merged.</translation>
        </message>
        <message>
            <source>Chọn ngày…</source>
            <translation>Choose days…</translation>
        </message>
        <message>
            <source>Chọn nơi lưu…</source>
            <translation>Choose where to save…</translation>
        </message>
        <message>
            <source>Chọn sổ tổ</source>
            <translation>Choose a register of teams</translation>
        </message>
        <message>
            <source>Chọn thư mục có các danh sách</source>
            <translation>Choose a folder of lists</translation>
        </message>
        <message>
            <source>Chọn tất cả</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>Chọn tệp khác…</source>
            <translation>Choose another file…</translation>
        </message>
        <message>
            <source>Chọn tệp trên máy…</source>
            <translation>Choose a file…</translation>
        </message>
        <message>
            <source>Chọn tệp…</source>
            <translation>Choose a file…</translation>
        </message>
        <message>
            <source>Chọn tỉnh, thành phố</source>
            <translation>Choose the province or city</translation>
        </message>
        <message>
            <source>Chọn…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Chờ cấp</source>
            <translation>To be issued</translation>
        </message>
        <message>
            <source>Chờ một chút</source>
            <translation>One moment</translation>
        </message>
        <message>
            <source>Chủ Nhật</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>Chức vụ</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Chức vụ / Tổ</source>
            <translation>Role / team</translation>
        </message>
        <message>
            <source>Chức vụ người ký</source>
            <translation>Signer’s position</translation>
        </message>
        <message>
            <source>Chứng nhận</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>Chứng nhận đã cấp</source>
            <translation>Certificates issued</translation>
        </message>
        <message>
            <source>Chữ hoa trong tên</source>
            <translation>Capitals in the name</translation>
        </message>
        <message>
            <source>Con số khác với sổ cùng ngày; giữ như trong sổ</source>
            <translation>Figure differs; the register’s is kept</translation>
        </message>
        <message numerus="yes">
            <source>CÁC LƯỢT QUÉT CHƯA ĐƯỢC LƯU: chưa lưu {count} lượt.</source>
            <translation>
                <numerusform>SCANS ARE NOT BEING SAVED: {count} is waiting.</numerusform>
                <numerusform>SCANS ARE NOT BEING SAVED: {count} are waiting.</numerusform>
            </translation>
        </message>
        <message>
            <source>Các buổi học của khóa {code}</source>
            <translation>Sessions of course {code}</translation>
        </message>
        <message>
            <source>Các dòng</source>
            <translation>Rows</translation>
        </message>
        <message>
            <source>Các dòng của lần nhập</source>
            <translation>Rows of the import</translation>
        </message>
        <message>
            <source>Các dòng để lại</source>
            <translation>Rows set aside</translation>
        </message>
        <message>
            <source>Các lượt quét</source>
            <translation>Scans</translation>
        </message>
        <message>
            <source>Các lượt quét được giữ theo thứ tự và tự lưu khi ghi lại được. Đừng tắt máy.</source>
            <translation>Scans are kept in order and saved as soon as writing works again. Do not switch off the computer.</translation>
        </message>
        <message>
            <source>Các quyết định</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>Các trang</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Các tên mới phải khác nhau</source>
            <translation>The new names must differ</translation>
        </message>
        <message>
            <source>Các tổ của xã</source>
            <translation>The commune’s teams</translation>
        </message>
        <message>
            <source>Các tổ ở đây cũng đổi theo</source>
            <translation>The teams here change with it</translation>
        </message>
        <message>
            <source>Các xã gửi danh sách cho khóa {code}</source>
            <translation>Communes that send lists for course {code}</translation>
        </message>
        <message>
            <source>Các xã, phường của tỉnh</source>
            <translation>Communes of the province</translation>
        </message>
        <message>
            <source>Cách chuyển</source>
            <translation>Conversion</translation>
        </message>
        <message>
            <source>Cách chuyển cột {heading}</source>
            <translation>Conversion of the column {heading}</translation>
        </message>
        <message>
            <source>Cách gọi</source>
            <translation>Names</translation>
        </message>
        <message>
            <source>Cách viết giới tính</source>
            <translation>Sex, as written</translation>
        </message>
        <message>
            <source>Cách viết ngày sinh</source>
            <translation>Date of birth, as written</translation>
        </message>
        <message>
            <source>Cách viết số căn cước</source>
            <translation>Identity number, as written</translation>
        </message>
        <message>
            <source>Cách viết số điện thoại</source>
            <translation>Phone number, as written</translation>
        </message>
        <message>
            <source>Cách xử lý</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Câu tiếp theo (Ctrl+Enter)</source>
            <translation>Next question (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Còn dòng để lại</source>
            <translation>Rows set aside</translation>
        </message>
        <message>
            <source>Còn thiếu: số điện thoại</source>
            <translation>Missing: phone number</translation>
        </message>
        <message numerus="yes">
            <source>Còn {count} lượt quét đang được ghi.</source>
            <translation>
                <numerusform>{count} scan is still being written.</numerusform>
                <numerusform>{count} scans are still being written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Còn {count} lượt điểm danh chưa ghi được vào tệp.</source>
            <translation>
                <numerusform>{count} check-in has not been written to the file yet.</numerusform>
                <numerusform>{count} check-ins have not been written to the file yet.</numerusform>
            </translation>
        </message>
        <message>
            <source>Có buổi muộn</source>
            <translation>Late at a session</translation>
        </message>
        <message>
            <source>Có buổi vắng</source>
            <translation>Absent from a session</translation>
        </message>
        <message>
            <source>Có dạy</source>
            <translation>Taught</translation>
        </message>
        <message>
            <source>Có dạy {skill}</source>
            <translation>{skill} taught</translation>
        </message>
        <message>
            <source>Có hạn gửi</source>
            <translation>With a deadline</translation>
        </message>
        <message>
            <source>Có kết quả</source>
            <translation>Has an outcome</translation>
        </message>
        <message>
            <source>Có kết quả: học xong, học viên có được hoặc chưa</source>
            <translation>Has an outcome: afterwards a participant has it or not</translation>
        </message>
        <message>
            <source>Có kết quả: học xong, học viên có được điều này hoặc chưa</source>
            <translation>Has an outcome: afterwards a participant has this or not</translation>
        </message>
        <message>
            <source>Có lý do</source>
            <translation>Excused</translation>
        </message>
        <message>
            <source>Có mặt</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>Có nhiều xã khớp; chưa nhập dòng này</source>
            <translation>Several communes match; row not imported</translation>
        </message>
        <message>
            <source>Có thể là thẻ cũ hoặc thẻ của nơi khác. F3: tìm theo tên.</source>
            <translation>It may be an old card or one from elsewhere. F3: search by name.</translation>
        </message>
        <message>
            <source>Có thể trùng</source>
            <translation>Possible duplicate</translation>
        </message>
        <message>
            <source>Có thể trùng với {row}</source>
            <translation>Possible duplicate of {row}</translation>
        </message>
        <message>
            <source>Có thể trùng với {who}</source>
            <translation>Possible duplicate of {who}</translation>
        </message>
        <message>
            <source>Có thể trùng: {name}</source>
            <translation>Possible duplicate: {name}</translation>
        </message>
        <message>
            <source>Có thể để trống</source>
            <translation>May be left empty</translation>
        </message>
        <message>
            <source>Có trong {file}, sheet “{sheet}”, dòng {row}</source>
            <translation>In {file}, sheet “{sheet}”, row {row}</translation>
        </message>
        <message>
            <source>Có từ ngày</source>
            <translation>Since</translation>
        </message>
        <message numerus="yes">
            <source>Có {count} chỗ không khớp. Chưa có gì thay đổi. Hãy sao lưu ra tệp rồi gửi chi tiết cho người hỗ trợ.</source>
            <translation>
                <numerusform>{count} figure does not agree with the records. Nothing was changed. Back up to a file, then send the details to whoever supports you.</numerusform>
                <numerusform>{count} figures do not agree with the records. Nothing was changed. Back up to a file, then send the details to whoever supports you.</numerusform>
            </translation>
        </message>
        <message>
            <source>Công thức lỗi</source>
            <translation>Broken formula</translation>
        </message>
        <message>
            <source>Cùng một người</source>
            <translation>Same person</translation>
        </message>
        <message numerus="yes">
            <source>Cùng một người cho cả {count} dòng giống hệt</source>
            <translation>
                <numerusform>Same person for {count} identical row</numerusform>
                <numerusform>Same person for all {count} identical rows</numerusform>
            </translation>
        </message>
        <message>
            <source>Cùng với: {things}</source>
            <translation>Along with: {things}</translation>
        </message>
        <message>
            <source>Căn
cước</source>
            <translation>ID
no.</translation>
        </message>
        <message>
            <source>Cơ quan chủ quản</source>
            <translation>Parent agency</translation>
        </message>
        <message>
            <source>Cơ quan tổ chức</source>
            <translation>Organising agency</translation>
        </message>
        <message>
            <source>Cả hai cùng ở khóa {courses}: mỗi buổi lấy trạng thái tốt hơn.</source>
            <translation>Both are in {courses}: in each session the better attendance counts.</translation>
        </message>
        <message>
            <source>Cả hai, nối với nhau</source>
            <translation>Both, joined</translation>
        </message>
        <message>
            <source>Cả tệp</source>
            <translation>Whole file</translation>
        </message>
        <message>
            <source>Cấp
GCN</source>
            <translation>Certi-
fied</translation>
        </message>
        <message>
            <source>Cấp giấy chứng nhận</source>
            <translation>Issue certificates</translation>
        </message>
        <message>
            <source>Cấp giấy chứng nhận ({count})</source>
            <translation>Issue certificates ({count})</translation>
        </message>
        <message>
            <source>Cần nhắc</source>
            <translation>To remind</translation>
        </message>
        <message>
            <source>Cần quyết định</source>
            <translation>To be decided</translation>
        </message>
        <message>
            <source>Cập nhật dữ liệu tham chiếu từ thư mục…</source>
            <translation>Update reference data from a folder…</translation>
        </message>
        <message>
            <source>Cộng</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>Cột</source>
            <translation>Column</translation>
        </message>
        <message>
            <source>DTTS</source>
            <translation>Mino-
rities</translation>
        </message>
        <message>
            <source>DVC</source>
            <translation>Services</translation>
        </message>
        <message>
            <source>Danh sách ({patterns});;Mọi tệp (*)</source>
            <translation>Lists ({patterns});;All files (*)</translation>
        </message>
        <message>
            <source>Danh sách học viên</source>
            <translation>List of participants</translation>
        </message>
        <message>
            <source>Danh sách học viên (Excel)…</source>
            <translation>List of participants (Excel)…</translation>
        </message>
        <message>
            <source>Danh sách học viên khóa {code}</source>
            <translation>Participants of course {code}</translation>
        </message>
        <message>
            <source>Danh sách khóa tập huấn</source>
            <translation>List of courses</translation>
        </message>
        <message>
            <source>Danh sách ký tên (Excel)…</source>
            <translation>Sign-in sheet (Excel)…</translation>
        </message>
        <message>
            <source>Danh sách ký tên (PDF)…</source>
            <translation>Sign-in sheet (PDF)…</translation>
        </message>
        <message>
            <source>Danh sách xã dán vào</source>
            <translation>Pasted list of communes</translation>
        </message>
        <message>
            <source>Danh sách đang xem lại chưa được nhập; các quyết định đã chọn sẽ mất.</source>
            <translation>The lists under review are not imported yet; the decisions made on them would be lost.</translation>
        </message>
        <message>
            <source>Dung lượng</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Dân tộc</source>
            <translation>Ethnic group</translation>
        </message>
        <message>
            <source>Dân tộc chưa rõ</source>
            <translation>Ethnic group unclear</translation>
        </message>
        <message>
            <source>Dòng</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Dòng chưa nhập</source>
            <translation>Rows not imported</translation>
        </message>
        <message>
            <source>Dòng chưa quyết định được để lại, không mất</source>
            <translation>Undecided rows are set aside, not lost</translation>
        </message>
        <message>
            <source>Dòng tiêu đề</source>
            <translation>Heading row</translation>
        </message>
        <message>
            <source>Dòng tiêu đề của sheet “{sheet}”</source>
            <translation>Heading row of the sheet “{sheet}”</translation>
        </message>
        <message>
            <source>Dòng trống</source>
            <translation>Blank rows</translation>
        </message>
        <message numerus="yes">
            <source>Dòng {line}: có {count} xã cùng tên, hãy ghi mã xã.</source>
            <translation>
                <numerusform>Line {line}: {count} commune has this name; give its code.</numerusform>
                <numerusform>Line {line}: {count} communes have this name; give the code.</numerusform>
            </translation>
        </message>
        <message>
            <source>Dòng {line}: không có xã nào tên “{text}”.</source>
            <translation>Line {line}: no commune is called “{text}”.</translation>
        </message>
        <message>
            <source>Dòng {row}</source>
            <translation>Row {row}</translation>
        </message>
        <message>
            <source>Dòng {row}, sheet “{sheet}”</source>
            <translation>Row {row}, sheet “{sheet}”</translation>
        </message>
        <message>
            <source>Dòng {row}: {name}</source>
            <translation>Row {row}: {name}</translation>
        </message>
        <message>
            <source>Dòng đó không có tiêu đề nào đọc được; giữ dòng tiêu đề như trước.</source>
            <translation>That row has no heading that is understood; the heading row stays as it was.</translation>
        </message>
        <message>
            <source>Dòng để lại</source>
            <translation>Rows set aside</translation>
        </message>
        <message>
            <source>Dòng để lại ({count})</source>
            <translation>Rows set aside ({count})</translation>
        </message>
        <message>
            <source>Dòng để lại chờ quyết định; giải quyết xong, họ vào đúng tổ.</source>
            <translation>Rows set aside wait for a decision; once settled, the people join their team.</translation>
        </message>
        <message>
            <source>Dùng trên giấy chứng nhận, sổ cấp và báo cáo.</source>
            <translation>Used on certificates, in the register and in reports.</translation>
        </message>
        <message>
            <source>Dạy lại</source>
            <translation>Teach again</translation>
        </message>
        <message>
            <source>Dạy lại “{name}”.</source>
            <translation>“{name}” is taught again.</translation>
        </message>
        <message>
            <source>Dừng</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Dữ liệu</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Dữ liệu nguyên vẹn, khớp với ghi chép gốc: số học viên {people}, lượt quét {scans}, lượt điểm danh {turns}.</source>
            <translation>The data is sound and agrees with the records: participants {people}, scans {scans}, attendances {turns}.</translation>
        </message>
        <message>
            <source>Dữ liệu trên máy này</source>
            <translation>Data on this computer</translation>
        </message>
        <message>
            <source>Dữ liệu vẫn nguyên như cũ. Những mục sau dùng đến học viên của lần nhập này; hãy bỏ các mục đó trước, rồi hoàn tác.</source>
            <translation>Nothing was changed. The entries below depend on participants of this import; remove them first, then undo it.</translation>
        </message>
        <message>
            <source>Dự kiến nếu đóng khóa bây giờ. {rule}</source>
            <translation>Forecast if closed now. {rule}</translation>
        </message>
        <message>
            <source>Dự {attended}/{sessions} buổi, cần ít nhất {needed} buổi</source>
            <translation>Attended {attended}/{sessions} sessions, needs {needed}</translation>
        </message>
        <message>
            <source>Dự ít nhất</source>
            <translation>Attend at least</translation>
        </message>
        <message>
            <source>Dự ít nhất {share}% số buổi</source>
            <translation>Attend at least {share}% of the sessions</translation>
        </message>
        <message>
            <source>Dự ít nhất để hoàn thành</source>
            <translation>Attendance needed to complete</translation>
        </message>
        <message>
            <source>Enter hoặc Ctrl+G</source>
            <translation>Enter or Ctrl+G</translation>
        </message>
        <message>
            <source>Excel (*.xlsx);;CSV (*.csv)</source>
            <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
        </message>
        <message>
            <source>Excel (.xlsx, .xls), .ods hoặc CSV; mỗi xã một tệp</source>
            <translation>Excel (.xlsx, .xls), .ods or CSV; one file a commune</translation>
        </message>
        <message>
            <source>F5: thêm vào lớp này và điểm danh · Esc: bỏ qua</source>
            <translation>F5: add to this course and check in · Esc: leave</translation>
        </message>
        <message>
            <source>Ghi</source>
            <translation>Save</translation>
        </message>
        <message numerus="yes">
            <source>Ghi cho {count} ô đang chọn</source>
            <translation>
                <numerusform>Set for the {count} selected cell</numerusform>
                <numerusform>Set for the {count} selected cells</numerusform>
            </translation>
        </message>
        <message>
            <source>Ghi chú</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Ghi danh vào khóa</source>
            <translation>Enrol in course</translation>
        </message>
        <message>
            <source>Ghi hai xã khác nhau</source>
            <translation>Two different communes given</translation>
        </message>
        <message>
            <source>Ghi là</source>
            <translation>Set to</translation>
        </message>
        <message numerus="yes">
            <source>Ghi nhận {count} người đã có</source>
            <translation>
                <numerusform>Record {count} known person</numerusform>
                <numerusform>Record {count} known people</numerusform>
            </translation>
        </message>
        <message>
            <source>Ghép họ và tên</source>
            <translation>Family and given name joined</translation>
        </message>
        <message>
            <source>Giao diện</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Giá trị đã gõ vẫn chưa hợp lệ; hãy gõ lại, hoặc để sau.</source>
            <translation>What was typed is still not valid; type it again, or leave it for later.</translation>
        </message>
        <message>
            <source>Giá trị đúng của {field}</source>
            <translation>Right value of {field}</translation>
        </message>
        <message>
            <source>Giấy chứng nhận</source>
            <translation>Certificate</translation>
        </message>
        <message>
            <source>Giấy chứng nhận khóa {code}</source>
            <translation>Certificates of course {code}</translation>
        </message>
        <message>
            <source>Giấy chứng nhận {code}.pdf</source>
            <translation>Certificates {code}.pdf</translation>
        </message>
        <message>
            <source>Giấy phép</source>
            <translation>Licence</translation>
        </message>
        <message>
            <source>Giấy phép MIT</source>
            <translation>MIT licence</translation>
        </message>
        <message>
            <source>Giới
tính</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>Giới thiệu</source>
            <translation>About</translation>
        </message>
        <message>
            <source>Giới thiệu và giấy phép…</source>
            <translation>About and licences…</translation>
        </message>
        <message>
            <source>Giới tính</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>Giới tính ghi bằng dấu</source>
            <translation>Sex given by a mark</translation>
        </message>
        <message>
            <source>Giới tính khác số căn cước</source>
            <translation>Sex differs from the identity number</translation>
        </message>
        <message>
            <source>Giới tính khác với số căn cước</source>
            <translation>Sex differs from the identity number</translation>
        </message>
        <message>
            <source>Giới tính không rõ</source>
            <translation>Sex unclear</translation>
        </message>
        <message>
            <source>Giới tính theo số căn cước</source>
            <translation>Sex taken from the identity number</translation>
        </message>
        <message>
            <source>Giờ</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Giờ kết thúc phải sau giờ bắt đầu</source>
            <translation>The end must come after the start</translation>
        </message>
        <message>
            <source>Giữ hồ sơ này</source>
            <translation>Keep this record</translation>
        </message>
        <message>
            <source>Giữ hồ sơ {name}</source>
            <translation>Keep the record of {name}</translation>
        </message>
        <message>
            <source>Giữ nguyên</source>
            <translation>Keep as it is</translation>
        </message>
        <message>
            <source>Giữ nguyên phần đã sửa sau khi gộp: {fields}.</source>
            <translation>What was edited since the merge stays: {fields}.</translation>
        </message>
        <message>
            <source>Giữ nguyên, cả hai đúng</source>
            <translation>Keep as it is, both are right</translation>
        </message>
        <message>
            <source>Giữ như tệp</source>
            <translation>Keep as in the file</translation>
        </message>
        <message>
            <source>Giữ như tệp / sửa như đề xuất</source>
            <translation>Keep as in the file / change as proposed</translation>
        </message>
        <message>
            <source>Giữ như tệp, để lại</source>
            <translation>Kept as in the file, set aside</translation>
        </message>
        <message>
            <source>Giữ như đang lưu</source>
            <translation>Kept as stored</translation>
        </message>
        <message>
            <source>Giữ tất cả như tệp</source>
            <translation>Keep all as in the file</translation>
        </message>
        <message>
            <source>Gõ giá trị đúng…</source>
            <translation>Type the right value…</translation>
        </message>
        <message>
            <source>Gõ tên xã, không cần dấu</source>
            <translation>Type its name</translation>
        </message>
        <message>
            <source>Gõ vài chữ, không cần dấu</source>
            <translation>Type a few letters, accents not needed</translation>
        </message>
        <message>
            <source>Gộp</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>Gộp hai hồ sơ</source>
            <translation>Merge two records</translation>
        </message>
        <message>
            <source>Gộp hai người…</source>
            <translation>Merge two people…</translation>
        </message>
        <message>
            <source>Gộp nhiều thôn, bản thì chỉ ghi một tên mới</source>
            <translation>Several hamlets merge into one new name only</translation>
        </message>
        <message>
            <source>Gộp thôn, bản</source>
            <translation>Merge hamlets</translation>
        </message>
        <message>
            <source>Gộp tổ</source>
            <translation>Merge teams</translation>
        </message>
        <message>
            <source>Gộp tổ…</source>
            <translation>Merge teams…</translation>
        </message>
        <message>
            <source>Gộp từ {names}</source>
            <translation>Merged from {names}</translation>
        </message>
        <message>
            <source>Gộp với…</source>
            <translation>Merge with…</translation>
        </message>
        <message>
            <source>Gộp {name} với…</source>
            <translation>Merge {name} with…</translation>
        </message>
        <message>
            <source>Gộp, tách, đổi tên…</source>
            <translation>Merge, split, rename…</translation>
        </message>
        <message>
            <source>Gộp…</source>
            <translation>Merge…</translation>
        </message>
        <message>
            <source>Hai buổi bắt đầu cùng một lúc</source>
            <translation>Two sessions start at the same time</translation>
        </message>
        <message>
            <source>Hai hồ sơ có hai số căn cước 12 chữ số khác nhau. Một người chỉ có một số.</source>
            <translation>The two records have different 12-digit identity numbers. A person has only one.</translation>
        </message>
        <message>
            <source>Hai người</source>
            <translation>Two people</translation>
        </message>
        <message>
            <source>Hiện số căn cước</source>
            <translation>Show identity number</translation>
        </message>
        <message>
            <source>Hoàn
thành</source>
            <translation>Com-
pleted</translation>
        </message>
        <message>
            <source>Hoàn thành</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Hoàn thành / đăng ký</source>
            <translation>Completed / enrolled</translation>
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Hoàn tác (Ctrl+Z)</source>
            <translation>Undo (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Hoàn tác lượt quét này</source>
            <translation>Undo this scan</translation>
        </message>
        <message>
            <source>Hoàn tác lần nhập</source>
            <translation>Undo the import</translation>
        </message>
        <message>
            <source>Hoàn tác lần nhập này</source>
            <translation>Undo this import</translation>
        </message>
        <message>
            <source>Hoãn</source>
            <translation>Postponed</translation>
        </message>
        <message>
            <source>Hoạt động từ</source>
            <translation>Active since</translation>
        </message>
        <message>
            <source>Hoạt động từ {day}</source>
            <translation>Active since {day}</translation>
        </message>
        <message>
            <source>Hoặc dán mã hay tên xã, mỗi dòng một xã, có thể kèm chỉ tiêu:</source>
            <translation>Or paste codes or names, one commune a line, with its quota if you like:</translation>
        </message>
        <message>
            <source>Huyện (cũ)</source>
            <translation>District (former)</translation>
        </message>
        <message>
            <source>Hãy cho biết có phải cùng một người không</source>
            <translation>Say whether this is the same person</translation>
        </message>
        <message>
            <source>Hãy chép chi tiết gửi người hỗ trợ, rồi thử lại.</source>
            <translation>Copy the details for whoever supports you, then try again.</translation>
        </message>
        <message>
            <source>Hãy chọn hoặc dán ít nhất một xã</source>
            <translation>Choose or paste at least one commune</translation>
        </message>
        <message>
            <source>Hãy chọn một người trong danh sách</source>
            <translation>Choose somebody from the list</translation>
        </message>
        <message>
            <source>Hãy chọn tỉnh, thành phố</source>
            <translation>Choose the province or city</translation>
        </message>
        <message>
            <source>Hãy chọn từ hai tổ trở lên để gộp.</source>
            <translation>Select two or more teams to merge.</translation>
        </message>
        <message>
            <source>Hãy chọn xã trong danh sách gợi ý</source>
            <translation>Choose the commune from the list offered</translation>
        </message>
        <message>
            <source>Hãy ghi lý do hủy</source>
            <translation>Give the reason for voiding it</translation>
        </message>
        <message>
            <source>Hãy ghi lý do thôi học</source>
            <translation>Give the reason for withdrawing</translation>
        </message>
        <message>
            <source>Hãy ghi lý do vắng</source>
            <translation>Give the reason for the absence</translation>
        </message>
        <message>
            <source>Hãy ghi nguồn số liệu</source>
            <translation>Enter the source of the figures</translation>
        </message>
        <message>
            <source>Hãy ghi số hộ hoặc số người trưởng thành</source>
            <translation>Enter the number of households or of adults</translation>
        </message>
        <message>
            <source>Hãy ghi số nguyên, ví dụ 124</source>
            <translation>Enter a whole number, for example 124</translation>
        </message>
        <message>
            <source>Hãy ghi thôn, bản của tổ</source>
            <translation>Enter the hamlet of the team</translation>
        </message>
        <message>
            <source>Hãy ghi tên của tổ mới</source>
            <translation>Enter the name of the new team</translation>
        </message>
        <message>
            <source>Hãy ghi tên mới, ví dụ: Bản Púa</source>
            <translation>Enter the new name, for example: Bản Púa</translation>
        </message>
        <message>
            <source>Hãy ghi tên thôn, bản</source>
            <translation>Enter the name of the hamlet</translation>
        </message>
        <message>
            <source>Hãy gõ ngày của số liệu như 05/03/2026</source>
            <translation>Type the date of the figures like 05/03/2026</translation>
        </message>
        <message>
            <source>Hãy gõ ngày như 01/07/2026</source>
            <translation>Type the date like 01/07/2026</translation>
        </message>
        <message>
            <source>Hãy gõ ngày như 05/03/2026</source>
            <translation>Type the date like 05/03/2026</translation>
        </message>
        <message>
            <source>Hãy nhập họ và tên</source>
            <translation>Enter the name</translation>
        </message>
        <message>
            <source>Hãy nhập họ và tên người dùng máy</source>
            <translation>Enter the name of whoever works at this computer</translation>
        </message>
        <message>
            <source>Hãy nhập họ và tên người dùng máy.</source>
            <translation>Enter the name of whoever works at this computer.</translation>
        </message>
        <message>
            <source>Hãy nhập mã khóa</source>
            <translation>Enter the course code</translation>
        </message>
        <message>
            <source>Hãy nhập tên cơ quan tổ chức.</source>
            <translation>Enter the organising agency.</translation>
        </message>
        <message>
            <source>Hãy nhập tên gọi của tổ.</source>
            <translation>Enter what a team is called.</translation>
        </message>
        <message>
            <source>Hãy nhập tên khóa tập huấn</source>
            <translation>Enter the course’s title</translation>
        </message>
        <message>
            <source>Hãy nhập tên nội dung</source>
            <translation>Enter the topic</translation>
        </message>
        <message>
            <source>Hãy nhập tên viết tắt của tổ.</source>
            <translation>Enter the short name of a team.</translation>
        </message>
        <message>
            <source>Hãy thêm ít nhất một buổi học</source>
            <translation>Add at least one session</translation>
        </message>
        <message>
            <source>Hãy tìm và chọn một người</source>
            <translation>Find and choose a person</translation>
        </message>
        <message>
            <source>Hãy đánh dấu mục cần đặt</source>
            <translation>Tick what is to be set</translation>
        </message>
        <message>
            <source>Hãy đánh dấu xác nhận ở trên trước khi gộp</source>
            <translation>Tick the confirmation above before merging</translation>
        </message>
        <message>
            <source>Hôm nay không có buổi học nào.</source>
            <translation>No session today.</translation>
        </message>
        <message>
            <source>Hạn gửi</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Hạn gửi danh sách</source>
            <translation>Deadline for lists</translation>
        </message>
        <message>
            <source>Họ tên không hợp lệ</source>
            <translation>Name not valid</translation>
        </message>
        <message>
            <source>Họ và tên</source>
            <translation>Full name</translation>
        </message>
        <message>
            <source>Họ và tên chỉ gồm chữ</source>
            <translation>A name has letters only</translation>
        </message>
        <message>
            <source>Họ và tên có ký tự lạ</source>
            <translation>The name has odd characters</translation>
        </message>
        <message>
            <source>Họ và tên người dùng máy</source>
            <translation>Name of whoever works at this computer</translation>
        </message>
        <message>
            <source>Họ và tên người ký</source>
            <translation>Signer’s name</translation>
        </message>
        <message>
            <source>Họ và tên đệm</source>
            <translation>Family and middle name</translation>
        </message>
        <message>
            <source>Học viên</source>
            <translation>Participants</translation>
        </message>
        <message>
            <source>Học viên ({count})</source>
            <translation>Participants ({count})</translation>
        </message>
        <message>
            <source>Học viên khớp với nội dung đã gõ</source>
            <translation>Participants that match what was typed</translation>
        </message>
        <message>
            <source>Hỏi dân tộc</source>
            <translation>Ask for the ethnic group</translation>
        </message>
        <message>
            <source>Hộ</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>Hủy</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Hủy buổi</source>
            <translation>Cancel the session</translation>
        </message>
        <message>
            <source>Hủy giấy</source>
            <translation>Void the certificate</translation>
        </message>
        <message>
            <source>Hủy giấy chứng nhận</source>
            <translation>Void a certificate</translation>
        </message>
        <message>
            <source>Hủy giấy…</source>
            <translation>Void…</translation>
        </message>
        <message>
            <source>In lại</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>In lại ({count})</source>
            <translation>Print again ({count})</translation>
        </message>
        <message>
            <source>In thẻ QR</source>
            <translation>Print QR cards</translation>
        </message>
        <message>
            <source>Khai một lần. Dữ liệu chỉ nằm trên máy này; sau này sửa được ở Thiết lập.</source>
            <translation>Asked once. The data stays on this computer; it can be changed later in Settings.</translation>
        </message>
        <message>
            <source>Khác với người đã có</source>
            <translation>Differs from a known person</translation>
        </message>
        <message>
            <source>Khóa</source>
            <translation>Course</translation>
        </message>
        <message>
            <source>Khóa chưa có buổi học nào</source>
            <translation>The course has no sessions yet</translation>
        </message>
        <message>
            <source>Khóa chưa có học viên. Hãy nhập danh sách của các xã, hoặc thêm từng người.</source>
            <translation>No participants yet. Import the communes’ lists, or add people one by one.</translation>
        </message>
        <message>
            <source>Khóa chưa có học viên. Hãy nhập danh sách ở tab Học viên.</source>
            <translation>No participants yet. Import lists in the Participants tab.</translation>
        </message>
        <message>
            <source>Khóa học</source>
            <translation>Course</translation>
        </message>
        <message>
            <source>Khóa học, điểm danh, thẻ và giấy chứng nhận của cả hai được giữ nguyên và tính cho một người. Lúc nào cũng có thể tách ra lại.</source>
            <translation>Courses, attendance, cards and certificates of both are kept and count for one person. They can be separated again at any time.</translation>
        </message>
        <message>
            <source>Khóa này chưa chọn kỹ năng nào. Hãy chọn kỹ năng ở tab Thông tin.</source>
            <translation>This course has no skills yet. Choose them in the Details tab.</translation>
        </message>
        <message>
            <source>Khóa này chưa có buổi học nào. Hãy thêm buổi học trước.</source>
            <translation>This course has no sessions yet. Add sessions first.</translation>
        </message>
        <message>
            <source>Khóa tập huấn</source>
            <translation>Courses</translation>
        </message>
        <message>
            <source>Khóa {code} · {title}</source>
            <translation>Course {code} · {title}</translation>
        </message>
        <message>
            <source>Khóa {course} đã hủy: chỉ xem, không điểm danh.</source>
            <translation>Course {course} is cancelled: read only, no check-in.</translation>
        </message>
        <message>
            <source>Khóa {course} đã đóng: chỉ xem, không điểm danh thêm.</source>
            <translation>Course {course} is closed: read only, no more check-in.</translation>
        </message>
        <message>
            <source>Khóa đang diễn ra</source>
            <translation>Courses under way</translation>
        </message>
        <message>
            <source>Khóa đã đóng: chỉ xem đánh giá. Muốn sửa, hãy mở lại khóa.</source>
            <translation>The course is closed: results are read only. Reopen it to change them.</translation>
        </message>
        <message>
            <source>Khôi phục từ bản sao lưu…</source>
            <translation>Restore from a backup…</translation>
        </message>
        <message>
            <source>Khôi phục vào tệp mới</source>
            <translation>Restore into a new file</translation>
        </message>
        <message>
            <source>Không còn câu hỏi nào ở mục này.</source>
            <translation>No more questions here.</translation>
        </message>
        <message>
            <source>Không có ai như vậy trong lớp này. Hãy gõ lại, không cần dấu.</source>
            <translation>Nobody like that in this course. Type again, accents not needed.</translation>
        </message>
        <message>
            <source>Không có ai trong danh sách này</source>
            <translation>Nobody in this list</translation>
        </message>
        <message>
            <source>Không có bảng học viên, nên bỏ qua: {sheets}</source>
            <translation>Without a table of participants, so left out: {sheets}</translation>
        </message>
        <message>
            <source>Không có bảng về tổ, nên bỏ qua: {sheets}</source>
            <translation>Without a table of teams, so left out: {sheets}</translation>
        </message>
        <message>
            <source>Không có cặp nào</source>
            <translation>No pairs</translation>
        </message>
        <message>
            <source>Không có danh sách, nên bỏ qua.</source>
            <translation>No list in it, so left out.</translation>
        </message>
        <message>
            <source>Không có dân tộc này</source>
            <translation>No such ethnic group</translation>
        </message>
        <message>
            <source>Không có dòng nào để lại.</source>
            <translation>No rows set aside.</translation>
        </message>
        <message>
            <source>Không có dòng nào để lại. Mọi danh sách đã nhập đều xong.</source>
            <translation>No rows set aside. Every imported list is settled.</translation>
        </message>
        <message>
            <source>Không có dòng nào ở mục này.</source>
            <translation>No rows here.</translation>
        </message>
        <message>
            <source>Không có gì cần xem lại.</source>
            <translation>Nothing to look at.</translation>
        </message>
        <message>
            <source>Không có gì mới để nhập.</source>
            <translation>Nothing new to import.</translation>
        </message>
        <message>
            <source>Không có gì thay đổi.</source>
            <translation>Nothing was changed.</translation>
        </message>
        <message>
            <source>Không có học viên nào khớp với bộ lọc.</source>
            <translation>No participant matches the filter.</translation>
        </message>
        <message>
            <source>Không có học viên nào khớp với ô tìm và bộ lọc</source>
            <translation>No participant matches search and filter</translation>
        </message>
        <message>
            <source>Không có khóa nào khớp với ô tìm và bộ lọc</source>
            <translation>No course matches search and filter</translation>
        </message>
        <message>
            <source>Không có khóa nào đang diễn ra.</source>
            <translation>No course is under way.</translation>
        </message>
        <message>
            <source>Không có lần nhập nào ở mục này.</source>
            <translation>No imports here.</translation>
        </message>
        <message>
            <source>Không có mã học viên này</source>
            <translation>No such participant code</translation>
        </message>
        <message>
            <source>Không có số nào khớp với nội dung tìm.</source>
            <translation>No number matches the search.</translation>
        </message>
        <message>
            <source>Không có thẻ: gõ tên, số điện thoại hoặc 4 số cuối (F3).</source>
            <translation>No card: type the name, the phone number or the last 4 digits (F3).</translation>
        </message>
        <message>
            <source>Không có trong lớp này</source>
            <translation>Not in this course</translation>
        </message>
        <message>
            <source>Không có tên tổ và thôn, bản; chưa nhập dòng này</source>
            <translation>No team and no hamlet; row not imported</translation>
        </message>
        <message>
            <source>Không có tổ nào khớp.</source>
            <translation>No team matches.</translation>
        </message>
        <message>
            <source>Không có tổ nào.</source>
            <translation>No teams.</translation>
        </message>
        <message>
            <source>Không có xã nào khớp với ô tìm và bộ lọc</source>
            <translation>No commune matches search and filter</translation>
        </message>
        <message>
            <source>Không có xã nào tên như vậy; chưa nhập dòng này</source>
            <translation>No commune of that name; row not imported</translation>
        </message>
        <message>
            <source>Không ghi danh vào khóa nào</source>
            <translation>Enrol in no course</translation>
        </message>
        <message>
            <source>Không ghi thêm. Nếu người khác cầm thẻ: F3, tìm đúng tên.</source>
            <translation>Nothing more recorded. If somebody else holds the card: F3, find the right name.</translation>
        </message>
        <message>
            <source>Không hợp lệ</source>
            <translation>Not valid</translation>
        </message>
        <message>
            <source>Không hủy</source>
            <translation>Do not void</translation>
        </message>
        <message>
            <source>Không rõ thuộc xã nào; chưa nhập dòng này</source>
            <translation>Commune not known; row not imported</translation>
        </message>
        <message>
            <source>Không thiếu gì.</source>
            <translation>Nothing is missing.</translation>
        </message>
        <message>
            <source>Không thấy hai hồ sơ nào có thể là một người.</source>
            <translation>No two records look like one person.</translation>
        </message>
        <message>
            <source>Không thấy xã, phường này trong tỉnh; hãy chọn trong danh sách gợi ý</source>
            <translation>This commune was not found in the province; choose from the list offered</translation>
        </message>
        <message>
            <source>Không tìm thấy</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>Không tìm thấy ai</source>
            <translation>Nobody found</translation>
        </message>
        <message>
            <source>Không tìm thấy ai khác. Hãy thử ít chữ hơn.</source>
            <translation>Nobody else found. Try fewer letters.</translation>
        </message>
        <message>
            <source>Không tìm thấy ai. Hãy thử ít chữ hơn.</source>
            <translation>Nobody found. Try fewer letters.</translation>
        </message>
        <message>
            <source>Không tìm thấy nội dung nào.</source>
            <translation>No topic found.</translation>
        </message>
        <message>
            <source>Không tìm thấy xã</source>
            <translation>Commune not found</translation>
        </message>
        <message>
            <source>Không điểm danh thêm</source>
            <translation>No more check-in</translation>
        </message>
        <message>
            <source>Không điểm danh được</source>
            <translation>Could not check in</translation>
        </message>
        <message>
            <source>Không được cấp</source>
            <translation>Not entitled</translation>
        </message>
        <message>
            <source>Không đọc được con số; bỏ qua</source>
            <translation>Figure not understood; left out</translation>
        </message>
        <message>
            <source>Không đọc được ngày; để trống</source>
            <translation>Date not understood; left empty</translation>
        </message>
        <message>
            <source>Kiểm tra dữ liệu</source>
            <translation>Check the data</translation>
        </message>
        <message>
            <source>Kèm trang “Người đã có” để xã chép sang</source>
            <translation>Add the sheet “Người đã có” (known people) to copy from</translation>
        </message>
        <message>
            <source>Kéo thả các tệp danh sách vào đây</source>
            <translation>Drop lists here</translation>
        </message>
        <message>
            <source>Kéo thả thêm tệp vào đây</source>
            <translation>Drop more files here</translation>
        </message>
        <message>
            <source>Kết quả</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Kết quả khóa</source>
            <translation>Course results</translation>
        </message>
        <message>
            <source>Kết quả sau tập huấn</source>
            <translation>Outcomes</translation>
        </message>
        <message>
            <source>Kỳ</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Kỹ năng</source>
            <translation>Skills</translation>
        </message>
        <message>
            <source>Kỹ năng này đã có nội dung đó</source>
            <translation>This skill already has that topic</translation>
        </message>
        <message>
            <source>Kỹ năng đạt</source>
            <translation>Skills passed</translation>
        </message>
        <message>
            <source>Loại</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Loại khóa</source>
            <translation>Kind of course</translation>
        </message>
        <message>
            <source>Loại tổ</source>
            <translation>Kind of team</translation>
        </message>
        <message>
            <source>Là</source>
            <translation>Meaning</translation>
        </message>
        <message>
            <source>Là cùng một người</source>
            <translation>The same person</translation>
        </message>
        <message>
            <source>Là người khác, thêm mới</source>
            <translation>Another person, add</translation>
        </message>
        <message>
            <source>Là {name}</source>
            <translation>It is {name}</translation>
        </message>
        <message>
            <source>Là đơn vị công tác</source>
            <translation>Is an employer</translation>
        </message>
        <message>
            <source>Làm phiếu đăng ký</source>
            <translation>Make registration forms</translation>
        </message>
        <message>
            <source>Làm phiếu…</source>
            <translation>Make forms…</translation>
        </message>
        <message>
            <source>Lý do</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Lý do chưa hoàn thành</source>
            <translation>Why not completed</translation>
        </message>
        <message>
            <source>Lưu</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Lưu giấy chứng nhận</source>
            <translation>Save certificates</translation>
        </message>
        <message>
            <source>Lưu tệp</source>
            <translation>Save file</translation>
        </message>
        <message>
            <source>Lượt</source>
            <translation>Turns</translation>
        </message>
        <message>
            <source>Lượt quét lúc {time} không còn tính.</source>
            <translation>The scan at {time} no longer counts.</translation>
        </message>
        <message>
            <source>Lượt tham dự</source>
            <translation>Attendances</translation>
        </message>
        <message>
            <source>Lấy lại dòng này</source>
            <translation>Take this row back in</translation>
        </message>
        <message>
            <source>Lấy thôn, bản từ tên tổ</source>
            <translation>Hamlet taken from the team’s name</translation>
        </message>
        <message>
            <source>Lấy xã từ tiêu đề của danh sách</source>
            <translation>Commune taken from the list’s title</translation>
        </message>
        <message>
            <source>Lần cuối: hôm nay {time}</source>
            <translation>Last: today {time}</translation>
        </message>
        <message>
            <source>Lần cuối: {time}</source>
            <translation>Last: {time}</translation>
        </message>
        <message>
            <source>Lần nhập</source>
            <translation>Imports</translation>
        </message>
        <message>
            <source>Lần nhập {file} lúc {when}: hãy hoàn tác lần nhập này trước</source>
            <translation>The import of {file} at {when}: undo that import first</translation>
        </message>
        <message>
            <source>Lọc theo loại vấn đề</source>
            <translation>Filter by kind of finding</translation>
        </message>
        <message>
            <source>Lọc theo trạng thái</source>
            <translation>Filter by status</translation>
        </message>
        <message>
            <source>Lọc theo tệp</source>
            <translation>Filter by file</translation>
        </message>
        <message>
            <source>Lọc theo xã</source>
            <translation>Filter by commune</translation>
        </message>
        <message>
            <source>Lời nhắc chưa có đầu mối liên hệ.</source>
            <translation>It names no contact yet.</translation>
        </message>
        <message>
            <source>Mua
sắm</source>
            <translation>Shop-
ping</translation>
        </message>
        <message>
            <source>Mua sắm</source>
            <translation>Shopping</translation>
        </message>
        <message>
            <source>Muốn điểm danh, hãy chọn khóa và buổi khác ở góc trên bên phải.</source>
            <translation>To check people in, choose another course and session at the top right.</translation>
        </message>
        <message>
            <source>Muộn</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Muộn {hours} giờ</source>
            <translation>{hours} h late</translation>
        </message>
        <message>
            <source>Muộn {hours} giờ {minutes} phút</source>
            <translation>{hours} h {minutes} min late</translation>
        </message>
        <message>
            <source>Muộn {minutes} phút</source>
            <translation>{minutes} min late</translation>
        </message>
        <message>
            <source>Màu nền</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Mã học viên của chương trình</source>
            <translation>The program’s participant code</translation>
        </message>
        <message>
            <source>Mã học viên của người khác</source>
            <translation>Participant code of somebody else</translation>
        </message>
        <message>
            <source>Mã khóa</source>
            <translation>Course code</translation>
        </message>
        <message>
            <source>Mã không hợp lệ</source>
            <translation>Code not valid</translation>
        </message>
        <message>
            <source>Mã nước +84</source>
            <translation>Country code +84</translation>
        </message>
        <message>
            <source>Mã thẻ</source>
            <translation>Card code</translation>
        </message>
        <message>
            <source>Mã xã</source>
            <translation>Commune code</translation>
        </message>
        <message>
            <source>Mất số 0 đầu</source>
            <translation>Leading 0 lost</translation>
        </message>
        <message>
            <source>Mọi loại</source>
            <translation>Every kind</translation>
        </message>
        <message>
            <source>Mọi lần nhập</source>
            <translation>All imports</translation>
        </message>
        <message>
            <source>Mọi người</source>
            <translation>Everyone</translation>
        </message>
        <message>
            <source>Mọi tệp</source>
            <translation>Every file</translation>
        </message>
        <message>
            <source>Mọi xã</source>
            <translation>Every commune</translation>
        </message>
        <message numerus="yes">
            <source>Một người có {count} giấy, do gộp hồ sơ</source>
            <translation>
                <numerusform>One person with {count} certificate, after merging</numerusform>
                <numerusform>One person with {count} certificates, after merging</numerusform>
            </translation>
        </message>
        <message>
            <source>Mới</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Mời quét thẻ</source>
            <translation>Please scan a card</translation>
        </message>
        <message>
            <source>Mời vào lớp. Quét thẻ tiếp theo.</source>
            <translation>Please come in. Scan the next card.</translation>
        </message>
        <message>
            <source>Mở</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Mở Khóa tập huấn</source>
            <translation>Open Courses</translation>
        </message>
        <message>
            <source>Mở Thiết lập</source>
            <translation>Open Settings</translation>
        </message>
        <message>
            <source>Mở các dòng để lại</source>
            <translation>Open the rows set aside</translation>
        </message>
        <message>
            <source>Mở danh sách</source>
            <translation>Open the list</translation>
        </message>
        <message>
            <source>Mở hồ sơ</source>
            <translation>Open record</translation>
        </message>
        <message>
            <source>Mở hồ sơ thứ hai</source>
            <translation>Open the second record</translation>
        </message>
        <message>
            <source>Mở hồ sơ thứ nhất</source>
            <translation>Open the first record</translation>
        </message>
        <message>
            <source>Mở lại buổi</source>
            <translation>Reinstate the session</translation>
        </message>
        <message>
            <source>Mở lại khóa</source>
            <translation>Reopen the course</translation>
        </message>
        <message>
            <source>Mở lần nhập</source>
            <translation>Open the import</translation>
        </message>
        <message>
            <source>Mở tab Học viên</source>
            <translation>Open the Participants tab</translation>
        </message>
        <message>
            <source>Mở tab Thông tin</source>
            <translation>Open the Details tab</translation>
        </message>
        <message>
            <source>Mở tab kết quả</source>
            <translation>Open the outcomes tab</translation>
        </message>
        <message>
            <source>Mở thư mục</source>
            <translation>Open the folder</translation>
        </message>
        <message>
            <source>Mở tệp</source>
            <translation>Open the file</translation>
        </message>
        <message>
            <source>Mở tệp này</source>
            <translation>Open this file</translation>
        </message>
        <message>
            <source>Mở tổ</source>
            <translation>Open the team</translation>
        </message>
        <message>
            <source>Mở điểm danh trước giờ học</source>
            <translation>Check-in opens before the start</translation>
        </message>
        <message>
            <source>Mức</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Nam</source>
            <translation>Male</translation>
        </message>
        <message>
            <source>Nam (cột đánh dấu)</source>
            <translation>Male (marked column)</translation>
        </message>
        <message>
            <source>Nam hoặc Nữ</source>
            <translation>Nam (male) or Nữ (female)</translation>
        </message>
        <message>
            <source>Nay là {names}</source>
            <translation>Now {names}</translation>
        </message>
        <message>
            <source>Ngoài lớp</source>
            <translation>Not enrolled</translation>
        </message>
        <message>
            <source>Nguồn</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Nguồn số liệu</source>
            <translation>Source of the figures</translation>
        </message>
        <message>
            <source>Ngày</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Ngày 31 nghĩa là ngày cuối tháng.</source>
            <translation>Day 31 means the last day of the month.</translation>
        </message>
        <message>
            <source>Ngày chốt số liệu tháng</source>
            <translation>Cut-off day of a month</translation>
        </message>
        <message>
            <source>Ngày cấp</source>
            <translation>Issued on</translation>
        </message>
        <message>
            <source>Ngày của số liệu không thể sau hôm nay</source>
            <translation>The figures cannot be dated after today</translation>
        </message>
        <message>
            <source>Ngày gộp phải sau ngày bắt đầu hoạt động của các tổ cũ</source>
            <translation>The day of the merger must come after the first days of the old teams</translation>
        </message>
        <message>
            <source>Ngày gửi</source>
            <translation>Sent on</translation>
        </message>
        <message>
            <source>Ngày học</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Ngày kết thúc phải sau ngày bắt đầu</source>
            <translation>The last day must come after the first</translation>
        </message>
        <message>
            <source>Ngày quyết định</source>
            <translation>Decision date</translation>
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Ngày sinh không hợp lệ</source>
            <translation>Date of birth not valid</translation>
        </message>
        <message>
            <source>Ngày sinh không hợp lệ; hãy ghi như 15/08/1990 hoặc 1990</source>
            <translation>Date of birth not valid; write 15/08/1990 or 1990</translation>
        </message>
        <message>
            <source>Ngày sinh không hợp lệ; hãy gõ như 05/03/1990 hoặc 1990</source>
            <translation>Date of birth not valid; type 05/03/1990 or 1990</translation>
        </message>
        <message>
            <source>Ngày sinh là số của Excel</source>
            <translation>Date of birth is an Excel number</translation>
        </message>
        <message>
            <source>Ngày sinh và năm sinh khác nhau</source>
            <translation>Date and year of birth differ</translation>
        </message>
        <message>
            <source>Ngày viết kiểu tháng/ngày</source>
            <translation>Date written month/day</translation>
        </message>
        <message>
            <source>Ngày, năm sinh</source>
            <translation>Date or year of birth</translation>
        </message>
        <message>
            <source>Ngày, tháng, năm sinh</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Ngôn ngữ</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Ngôn ngữ mới được dùng từ lần mở chương trình sau.</source>
            <translation>The new language is used when the program is opened next.</translation>
        </message>
        <message>
            <source>Người dùng máy</source>
            <translation>Operator</translation>
        </message>
        <message>
            <source>Người giúp: {helper}</source>
            <translation>Helper: {helper}</translation>
        </message>
        <message>
            <source>Người khác</source>
            <translation>Somebody else</translation>
        </message>
        <message>
            <source>Người khác, bỏ mã này</source>
            <translation>Somebody else, without this code</translation>
        </message>
        <message>
            <source>Người khác, để trống số</source>
            <translation>Somebody else, leave the number empty</translation>
        </message>
        <message>
            <source>Người mới</source>
            <translation>New people</translation>
        </message>
        <message>
            <source>Người nhận ký</source>
            <translation>Recipient’s signature</translation>
        </message>
        <message>
            <source>Người nhập</source>
            <translation>Imported by</translation>
        </message>
        <message>
            <source>Người này đã có trong lớp</source>
            <translation>This person is in the course already</translation>
        </message>
        <message>
            <source>Người quyết định</source>
            <translation>Decided by</translation>
        </message>
        <message>
            <source>Người tham dự</source>
            <translation>People attended</translation>
        </message>
        <message>
            <source>Người thứ hai</source>
            <translation>Person 2</translation>
        </message>
        <message>
            <source>Người thứ nhất</source>
            <translation>Person 1</translation>
        </message>
        <message>
            <source>Người đăng ký</source>
            <translation>People enrolled</translation>
        </message>
        <message>
            <source>Người đứng đầu</source>
            <translation>Head of the agency</translation>
        </message>
        <message>
            <source>Ngừng dạy</source>
            <translation>Stop teaching</translation>
        </message>
        <message>
            <source>Ngừng hoạt động</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>Ngừng từ {day}</source>
            <translation>Not taught since {day}</translation>
        </message>
        <message>
            <source>Nhiều số điện thoại</source>
            <translation>Several phone numbers</translation>
        </message>
        <message>
            <source>Nhiều xã cùng tên</source>
            <translation>Several communes of that name</translation>
        </message>
        <message>
            <source>Nhóm điều hành</source>
            <translation>Steering group</translation>
        </message>
        <message>
            <source>Như trong tệp</source>
            <translation>As in the file</translation>
        </message>
        <message>
            <source>Như địa điểm của khóa</source>
            <translation>Course’s venue</translation>
        </message>
        <message>
            <source>Nhận lại vào lớp</source>
            <translation>Take back into the course</translation>
        </message>
        <message numerus="yes">
            <source>Nhận ra {count} xã.</source>
            <translation>
                <numerusform>{count} commune recognised.</numerusform>
                <numerusform>{count} communes recognised.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nhập</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Nhập học viên</source>
            <translation>Import participants</translation>
        </message>
        <message>
            <source>Nhập học viên từ Excel</source>
            <translation>Import participants from Excel</translation>
        </message>
        <message>
            <source>Nhập lúc {when}</source>
            <translation>Imported at {when}</translation>
        </message>
        <message>
            <source>Nhập sổ tổ từ Excel</source>
            <translation>Import a register of teams from Excel</translation>
        </message>
        <message>
            <source>Nhập sổ tổ từ Excel…</source>
            <translation>Import register…</translation>
        </message>
        <message>
            <source>Nhập tệp khác</source>
            <translation>Import another file</translation>
        </message>
        <message>
            <source>Nhập từ Excel…</source>
            <translation>Import from Excel…</translation>
        </message>
        <message numerus="yes">
            <source>Nhập {added} người mới, ghi nhận {known} người đã có</source>
            <translation>
                <numerusform>Import {added} new person, record {known} known</numerusform>
                <numerusform>Import {added} new people, record {known} known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nhập {count} dòng đã đủ</source>
            <translation>
                <numerusform>Import {count} row now complete</numerusform>
                <numerusform>Import {count} rows now complete</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nhập {count} học viên mới</source>
            <translation>
                <numerusform>Import {count} new participant</numerusform>
                <numerusform>Import {count} new participants</numerusform>
            </translation>
        </message>
        <message>
            <source>Nhập, không ghi danh vào khóa</source>
            <translation>Import without enrolling in the course</translation>
        </message>
        <message>
            <source>Những dòng chỉ giống một người đã có, và không ô nào ghi khác người ấy</source>
            <translation>Rows that are like one known person only, with no cell that says otherwise of them</translation>
        </message>
        <message>
            <source>Những người tìm thấy</source>
            <translation>People found</translation>
        </message>
        <message>
            <source>Những điều cần xem</source>
            <translation>What to look at</translation>
        </message>
        <message>
            <source>Năm của sổ</source>
            <translation>Year of the register</translation>
        </message>
        <message>
            <source>Năm nay</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>Năm sinh</source>
            <translation>Year of birth</translation>
        </message>
        <message>
            <source>Năm sinh hai chữ số</source>
            <translation>Two-digit year of birth</translation>
        </message>
        <message>
            <source>Năm sinh khác số căn cước</source>
            <translation>Year of birth differs from the identity number</translation>
        </message>
        <message>
            <source>Năm sinh khác với số căn cước</source>
            <translation>Year of birth differs from the identity number</translation>
        </message>
        <message>
            <source>Năm {year}</source>
            <translation>Year {year}</translation>
        </message>
        <message>
            <source>Nơi giới thiệu</source>
            <translation>Nominated by</translation>
        </message>
        <message>
            <source>Nơi ở</source>
            <translation>Residence</translation>
        </message>
        <message>
            <source>Nền tảng
khác</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Nền tảng khác</source>
            <translation>Other platforms</translation>
        </message>
        <message>
            <source>Nội dung</source>
            <translation>Topic</translation>
        </message>
        <message>
            <source>Nội dung buổi học</source>
            <translation>Topic of the session</translation>
        </message>
        <message>
            <source>Nội dung tập huấn</source>
            <translation>Topics</translation>
        </message>
        <message>
            <source>Nội dung đã dùng trong khóa; hãy ngừng dạy</source>
            <translation>The topic was used in a course; stop teaching it instead</translation>
        </message>
        <message>
            <source>Nữ</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>Nữ (cột đánh dấu)</source>
            <translation>Female (marked column)</translation>
        </message>
        <message>
            <source>Phiếu đăng ký của {commune}</source>
            <translation>Registration form of {commune}</translation>
        </message>
        <message>
            <source>Phiếu đăng ký…</source>
            <translation>Registration forms…</translation>
        </message>
        <message>
            <source>Phân biệt người trùng tên: “con ông Ín”</source>
            <translation>Tells namesakes apart: “Mr Ín’s son”</translation>
        </message>
        <message>
            <source>Phím Delete: hoàn tác lượt quét đang chọn</source>
            <translation>Delete key: undo the chosen scan</translation>
        </message>
        <message>
            <source>Phím {key}</source>
            <translation>Key {key}</translation>
        </message>
        <message>
            <source>Phông chữ</source>
            <translation>Fonts</translation>
        </message>
        <message>
            <source>Phông cũ TCVN3</source>
            <translation>Old font TCVN3</translation>
        </message>
        <message>
            <source>Phông cũ VNI</source>
            <translation>Old font VNI</translation>
        </message>
        <message>
            <source>Phải đạt</source>
            <translation>Must be passed</translation>
        </message>
        <message>
            <source>Phải đạt {skill}</source>
            <translation>{skill} must be passed</translation>
        </message>
        <message>
            <source>Phần mềm tự do cho người tổ chức tập huấn Tổ công nghệ số cộng đồng: danh sách, điểm danh bằng mã QR, chứng nhận, tổng hợp theo xã. Dữ liệu chỉ nằm trên máy của bạn.</source>
            <translation>Free software for organisers of training for community digital technology teams: lists, QR check-in, certificates, tallies per commune. The data stays on your computer.</translation>
        </message>
        <message>
            <source>Quay lại</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Quy tắc mặc định</source>
            <translation>Default rules</translation>
        </message>
        <message>
            <source>Quyết định</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Quyết định các dòng để lại</source>
            <translation>Decide on the rows set aside</translation>
        </message>
        <message>
            <source>Quyết định của lần nhập</source>
            <translation>Decisions on the import</translation>
        </message>
        <message>
            <source>Quyết định khác với sổ; giữ như trong sổ</source>
            <translation>Decision differs; the register’s is kept</translation>
        </message>
        <message>
            <source>Quyết định…</source>
            <translation>Decide…</translation>
        </message>
        <message>
            <source>Quyền hạn người ký</source>
            <translation>Signer’s authority</translation>
        </message>
        <message>
            <source>Quá nhiều dòng để chép; hãy xuất ra Excel</source>
            <translation>Too many rows to copy; export them to Excel</translation>
        </message>
        <message>
            <source>Quét lại thẻ</source>
            <translation>Scan the card again</translation>
        </message>
        <message>
            <source>Quét lại thẻ nếu học viên có mặt.</source>
            <translation>Scan the card again if the participant is present.</translation>
        </message>
        <message>
            <source>Quét lại. Nếu vẫn không được: F3, gõ tên hoặc số điện thoại.</source>
            <translation>Scan again. If that fails: F3, type the name or the phone number.</translation>
        </message>
        <message>
            <source>Quét thẻ, hoặc gõ tên, số điện thoại, 4 số cuối (F3)</source>
            <translation>Scan a card, or type a name, phone or last 4 digits (F3)</translation>
        </message>
        <message>
            <source>Quý này</source>
            <translation>This quarter</translation>
        </message>
        <message>
            <source>Sang tổ</source>
            <translation>To team</translation>
        </message>
        <message>
            <source>Sao lưu</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>Sao lưu gần đây</source>
            <translation>Recent backups</translation>
        </message>
        <message>
            <source>Sao lưu ngay</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>Sao lưu ra tệp</source>
            <translation>Back up to a file</translation>
        </message>
        <message>
            <source>Sao lưu ra tệp…</source>
            <translation>Back up to a file…</translation>
        </message>
        <message>
            <source>Sao lưu: {day}</source>
            <translation>Backup: {day}</translation>
        </message>
        <message>
            <source>Sau khi chuyển</source>
            <translation>Converted</translation>
        </message>
        <message>
            <source>Sau khi gộp</source>
            <translation>After merging</translation>
        </message>
        <message>
            <source>Sau khi sửa</source>
            <translation>After repair</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Sheet ẩn “{sheet}”</source>
            <translation>Hidden sheet “{sheet}”</translation>
        </message>
        <message>
            <source>Sheet “{sheet}”</source>
            <translation>Sheet “{sheet}”</translation>
        </message>
        <message>
            <source>Sáng</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Sắp diễn ra</source>
            <translation>Coming up</translation>
        </message>
        <message>
            <source>Sắp học</source>
            <translation>Coming up</translation>
        </message>
        <message>
            <source>Sẵn sàng</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Sẽ bổ sung</source>
            <translation>Will be added</translation>
        </message>
        <message>
            <source>Sẽ sửa</source>
            <translation>Will be changed</translation>
        </message>
        <message>
            <source>Số CMND cũ</source>
            <translation>Old identity number</translation>
        </message>
        <message>
            <source>Số buổi</source>
            <translation>Sessions</translation>
        </message>
        <message>
            <source>Số buổi dự</source>
            <translation>Sessions attended</translation>
        </message>
        <message>
            <source>Số căn cước</source>
            <translation>Identity number</translation>
        </message>
        <message>
            <source>Số căn cước của người khác</source>
            <translation>Identity number of somebody else</translation>
        </message>
        <message>
            <source>Số căn cước không hợp lệ</source>
            <translation>Identity number not valid</translation>
        </message>
        <message>
            <source>Số căn cước không hợp lệ: cần 12 chữ số (hoặc 9 số CMND cũ)</source>
            <translation>Identity number not valid: 12 digits are needed (or the 9 of an old card)</translation>
        </message>
        <message>
            <source>Số căn cước mất số 0 đầu</source>
            <translation>Identity number lost its leading 0</translation>
        </message>
        <message>
            <source>Số căn cước này đã có ở {name}; chưa ghi gì.</source>
            <translation>This identity number already belongs to {name}; nothing was written.</translation>
        </message>
        <message>
            <source>Số căn cước phải có 12 chữ số</source>
            <translation>An identity number has 12 digits</translation>
        </message>
        <message>
            <source>Số căn cước đã che</source>
            <translation>Identity number masked</translation>
        </message>
        <message>
            <source>Số căn cước ở ô khác</source>
            <translation>Identity number in another cell</translation>
        </message>
        <message>
            <source>Số hộ</source>
            <translation>Households</translation>
        </message>
        <message>
            <source>Số hộ, số người trưởng thành</source>
            <translation>Households and adults</translation>
        </message>
        <message>
            <source>Số liệu</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>Số liệu toàn xã</source>
            <translation>Figures of the commune</translation>
        </message>
        <message>
            <source>Số liệu đến</source>
            <translation>As of</translation>
        </message>
        <message>
            <source>Số người trưởng thành</source>
            <translation>Adults</translation>
        </message>
        <message>
            <source>Số quyết định</source>
            <translation>Decision number</translation>
        </message>
        <message>
            <source>Số thành viên ghi khác số người trong danh sách</source>
            <translation>Number of members differs from the list</translation>
        </message>
        <message>
            <source>Số thành viên ngoài khoảng {low} đến {high}</source>
            <translation>Members not between {low} and {high}</translation>
        </message>
        <message>
            <source>Số thứ tự</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Số tổ</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>Số vào sổ</source>
            <translation>Register number</translation>
        </message>
        <message>
            <source>Số {number} · {course} · ngày {day}</source>
            <translation>No. {number} · {course} · {day}</translation>
        </message>
        <message>
            <source>Số điện thoại</source>
            <translation>Phone number</translation>
        </message>
        <message>
            <source>Số điện thoại không hợp lệ</source>
            <translation>Phone number not valid</translation>
        </message>
        <message>
            <source>Sổ Tổ công nghệ số cộng đồng</source>
            <translation>Register of community digital technology teams</translation>
        </message>
        <message>
            <source>Sổ chưa có tổ nào. Hãy nhập sổ tổ của sở hoặc của xã.</source>
            <translation>The register has no teams yet. Import the department’s or the commune’s.</translation>
        </message>
        <message>
            <source>Sổ cấp giấy chứng nhận</source>
            <translation>Certificate register</translation>
        </message>
        <message>
            <source>Sổ cấp giấy chứng nhận {year}.pdf</source>
            <translation>Certificate register {year}.pdf</translation>
        </message>
        <message>
            <source>Sổ cấp giấy chứng nhận {year}.xlsx</source>
            <translation>Certificate register {year}.xlsx</translation>
        </message>
        <message numerus="yes">
            <source>Sổ cấp năm {year} · {count} số</source>
            <translation>
                <numerusform>Register of {year} · {count} number</numerusform>
                <numerusform>Register of {year} · {count} numbers</numerusform>
            </translation>
        </message>
        <message>
            <source>Sửa</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Sửa buổi…</source>
            <translation>Edit session…</translation>
        </message>
        <message>
            <source>Sửa cho người đã có</source>
            <translation>Changes a known person</translation>
        </message>
        <message>
            <source>Sửa khóa tập huấn</source>
            <translation>Edit course</translation>
        </message>
        <message>
            <source>Sửa lần cuối {day}, {who}</source>
            <translation>Last edited {day}, {who}</translation>
        </message>
        <message>
            <source>Sửa như đề xuất</source>
            <translation>Change as proposed</translation>
        </message>
        <message>
            <source>Sửa nội dung</source>
            <translation>Edit topic</translation>
        </message>
        <message>
            <source>Sửa thành viên</source>
            <translation>Edit member</translation>
        </message>
        <message>
            <source>Sửa thôn, bản</source>
            <translation>Edit hamlet</translation>
        </message>
        <message>
            <source>Sửa thông tin</source>
            <translation>Edit details</translation>
        </message>
        <message>
            <source>Sửa thông tin học viên</source>
            <translation>Edit participant</translation>
        </message>
        <message>
            <source>Sửa thông tin…</source>
            <translation>Edit details…</translation>
        </message>
        <message>
            <source>Sửa tổ</source>
            <translation>Edit team</translation>
        </message>
        <message>
            <source>Sửa điểm danh</source>
            <translation>Correct attendance</translation>
        </message>
        <message>
            <source>Sửa điểm danh…</source>
            <translation>Correct attendance…</translation>
        </message>
        <message>
            <source>Sửa ở đây khi đã ghi nhầm. Đổi tên, gộp, tách từ một ngày: dùng “Gộp, tách, đổi tên…”.</source>
            <translation>Correct here what was entered wrongly. For a new name, a merger or a split from a certain day, use “Merge, split, rename…”.</translation>
        </message>
        <message>
            <source>Sửa ở đây không đổi xã, tổ, chức vụ đã ghi trong các khóa trước.</source>
            <translation>Changes here leave commune, team and role in earlier courses as they were.</translation>
        </message>
        <message>
            <source>Sửa: ………</source>
            <translation>Correct: ………</translation>
        </message>
        <message>
            <source>Sửa…</source>
            <translation>Edit…</translation>
        </message>
        <message>
            <source>TT</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Tham
dự</source>
            <translation>At-
tended</translation>
        </message>
        <message>
            <source>Tham dự</source>
            <translation>Attended</translation>
        </message>
        <message>
            <source>Thanh
toán</source>
            <translation>Pay-
ment</translation>
        </message>
        <message>
            <source>Thanh toán</source>
            <translation>Payment</translation>
        </message>
        <message>
            <source>Theo cách ghép của danh sách trước có cùng các tiêu đề này.</source>
            <translation>Matched as an earlier list with these headings.</translation>
        </message>
        <message>
            <source>Theo hệ thống</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Theo như trong tệp</source>
            <translation>As in the file</translation>
        </message>
        <message>
            <source>Thiết lập</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Thiết lập đã sửa nhưng chưa lưu.</source>
            <translation>Settings were changed but not saved.</translation>
        </message>
        <message>
            <source>Thiếu họ tên</source>
            <translation>Name missing</translation>
        </message>
        <message>
            <source>Thiếu người</source>
            <translation>Too few members</translation>
        </message>
        <message>
            <source>Thiếu {count}</source>
            <translation>Short by {count}</translation>
        </message>
        <message>
            <source>Thành phần của bên khác</source>
            <translation>Third-party components</translation>
        </message>
        <message>
            <source>Thành viên</source>
            <translation>Members</translation>
        </message>
        <message>
            <source>Thành viên các tổ của xã và người đã học khóa trước; số căn cước được che</source>
            <translation>Members of the commune’s teams and people of earlier courses; identity numbers are masked</translation>
        </message>
        <message>
            <source>Tháng này</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>Thêm</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Thêm buổi</source>
            <translation>Add session</translation>
        </message>
        <message>
            <source>Thêm buổi học</source>
            <translation>Add session</translation>
        </message>
        <message>
            <source>Thêm buổi…</source>
            <translation>Add session…</translation>
        </message>
        <message>
            <source>Thêm học viên</source>
            <translation>Add participant</translation>
        </message>
        <message>
            <source>Thêm khóa</source>
            <translation>Add course</translation>
        </message>
        <message>
            <source>Thêm khóa tập huấn</source>
            <translation>Add course</translation>
        </message>
        <message>
            <source>Thêm người</source>
            <translation>Add person</translation>
        </message>
        <message>
            <source>Thêm nội dung</source>
            <translation>Add topic</translation>
        </message>
        <message>
            <source>Thêm thành viên</source>
            <translation>Add member</translation>
        </message>
        <message>
            <source>Thêm thôn, bản</source>
            <translation>Add hamlet</translation>
        </message>
        <message>
            <source>Thêm tệp…</source>
            <translation>Add files…</translation>
        </message>
        <message>
            <source>Thêm tổ</source>
            <translation>Add team</translation>
        </message>
        <message>
            <source>Thêm từ {file}, sheet “{sheet}”, dòng {row}</source>
            <translation>Added from {file}, sheet “{sheet}”, row {row}</translation>
        </message>
        <message>
            <source>Thêm vào lớp</source>
            <translation>Add to the course</translation>
        </message>
        <message>
            <source>Thêm xã gửi danh sách</source>
            <translation>Add communes to send lists</translation>
        </message>
        <message>
            <source>Thêm xã…</source>
            <translation>Add communes…</translation>
        </message>
        <message numerus="yes">
            <source>Thêm {count} xã</source>
            <translation>
                <numerusform>Add {count} commune</numerusform>
                <numerusform>Add {count} communes</numerusform>
            </translation>
        </message>
        <message>
            <source>Thôi tham gia</source>
            <translation>Leaves the team</translation>
        </message>
        <message>
            <source>Thôn,
bản</source>
            <translation>Ham-
lets</translation>
        </message>
        <message>
            <source>Thôn, bản</source>
            <translation>Hamlet</translation>
        </message>
        <message>
            <source>Thôn, bản có người học</source>
            <translation>Hamlets reached</translation>
        </message>
        <message>
            <source>Thôn, bản có nhiều tổ, không rõ tổ nào; chưa nhập dòng này</source>
            <translation>Several teams in the hamlet; row not imported</translation>
        </message>
        <message>
            <source>Thôn, bản cũ</source>
            <translation>Former hamlet</translation>
        </message>
        <message>
            <source>Thôn, bản của xã</source>
            <translation>Hamlets</translation>
        </message>
        <message>
            <source>Thôn, bản lấy từ dòng tiêu đề</source>
            <translation>Hamlet taken from the heading row</translation>
        </message>
        <message>
            <source>Thôn, bản mới</source>
            <translation>New hamlet</translation>
        </message>
        <message>
            <source>Thôn, bản này đã gộp hoặc đổi tên</source>
            <translation>This hamlet was merged or renamed</translation>
        </message>
        <message>
            <source>Thôn, bản, tổ dân phố</source>
            <translation>Hamlet</translation>
        </message>
        <message>
            <source>Thôn, xã</source>
            <translation>Hamlet, commune</translation>
        </message>
        <message>
            <source>Thông tin</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Thông tin nhạy cảm: chỉ hỏi khi báo cáo cần</source>
            <translation>Sensitive: ask only where a report needs it</translation>
        </message>
        <message>
            <source>Thư mục dữ liệu tham chiếu</source>
            <translation>Folder with reference data</translation>
        </message>
        <message>
            <source>Thư mục lưu phiếu đăng ký</source>
            <translation>Folder for the registration forms</translation>
        </message>
        <message>
            <source>Thư mục lưu ảnh thẻ</source>
            <translation>Folder for the cards’ pictures</translation>
        </message>
        <message>
            <source>Thẻ QR để in (PDF)…</source>
            <translation>QR cards to print (PDF)…</translation>
        </message>
        <message>
            <source>Thẻ chưa có trong dữ liệu</source>
            <translation>Card not known here</translation>
        </message>
        <message>
            <source>Thẻ học viên</source>
            <translation>Participant’s card</translation>
        </message>
        <message>
            <source>Thẻ lạ</source>
            <translation>Unknown card</translation>
        </message>
        <message>
            <source>Thời gian</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Thứ Ba</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>Thứ Bảy</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>Thứ Hai</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>Thứ Năm</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>Thứ Sáu</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>Thứ Tư</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>Thừa khoảng trắng</source>
            <translation>Extra spaces</translation>
        </message>
        <message>
            <source>Thừa {count}</source>
            <translation>Over by {count}</translation>
        </message>
        <message>
            <source>Thử lại ngay</source>
            <translation>Try again now</translation>
        </message>
        <message>
            <source>Tiêu đề cột</source>
            <translation>Column heading</translation>
        </message>
        <message>
            <source>Tiếp tục</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Toàn xã: {figures}</source>
            <translation>Whole commune: {figures}</translation>
        </message>
        <message>
            <source>Trong tệp</source>
            <translation>In the file</translation>
        </message>
        <message>
            <source>Trùng</source>
            <translation>Alike in</translation>
        </message>
        <message>
            <source>Trùng trong tệp</source>
            <translation>Repeated in the file</translation>
        </message>
        <message>
            <source>Trùng với {row}</source>
            <translation>Same as {row}</translation>
        </message>
        <message>
            <source>Trưởng thành</source>
            <translation>Adults</translation>
        </message>
        <message>
            <source>Trạng thái</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Trạng thái: tất cả</source>
            <translation>Status: all</translation>
        </message>
        <message>
            <source>Trả lời xong câu hỏi cuối thì dòng được nhập ngay, vào khóa của tệp.</source>
            <translation>With its last question answered, a row is imported at once, into the file’s course.</translation>
        </message>
        <message numerus="yes">
            <source>Trễ {count} ngày</source>
            <translation>
                <numerusform>{count} day late</numerusform>
                <numerusform>{count} days late</numerusform>
            </translation>
        </message>
        <message>
            <source>Tách ra</source>
            <translation>Separate</translation>
        </message>
        <message>
            <source>Tách số và ngày quyết định</source>
            <translation>Decision split into number and date</translation>
        </message>
        <message>
            <source>Tách địa chỉ</source>
            <translation>Address split</translation>
        </message>
        <message>
            <source>Tên</source>
            <translation>Given name</translation>
        </message>
        <message>
            <source>Tên gọi của tổ trên màn hình và trên giấy tờ.</source>
            <translation>What a team is called on screen and on papers.</translation>
        </message>
        <message>
            <source>Tên gọi khác của dân tộc</source>
            <translation>Another name of the ethnic group</translation>
        </message>
        <message>
            <source>Tên khóa tập huấn</source>
            <translation>Course title</translation>
        </message>
        <message>
            <source>Tên mới</source>
            <translation>New name</translation>
        </message>
        <message>
            <source>Tên mới (mỗi dòng một tên để tách)</source>
            <translation>New name (one a line to split)</translation>
        </message>
        <message>
            <source>Tên mới phải khác tên cũ</source>
            <translation>The new name must differ from the old one</translation>
        </message>
        <message>
            <source>Tên người dùng máy</source>
            <translation>Who works at this computer</translation>
        </message>
        <message>
            <source>Tên này được ghi kèm mỗi lượt điểm danh và mỗi lần sửa.</source>
            <translation>This name is kept with every check-in and every change.</translation>
        </message>
        <message>
            <source>Tên thôn, bản</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Tên tổ</source>
            <translation>Team name</translation>
        </message>
        <message>
            <source>Tên tổ mới</source>
            <translation>Name of the new team</translation>
        </message>
        <message>
            <source>Tên để xếp</source>
            <translation>Name sorted by</translation>
        </message>
        <message>
            <source>Tên, năm sinh</source>
            <translation>Name, birth</translation>
        </message>
        <message>
            <source>Tìm buổi đang mở</source>
            <translation>Find the open session</translation>
        </message>
        <message>
            <source>Tìm mã hoặc tên khóa, không cần dấu</source>
            <translation>Find by code or title, accents not needed</translation>
        </message>
        <message>
            <source>Tìm người</source>
            <translation>Find a person</translation>
        </message>
        <message>
            <source>Tìm nội dung, không cần dấu</source>
            <translation>Find a topic, accents not needed</translation>
        </message>
        <message>
            <source>Tìm theo tên tệp, người nhập, khóa</source>
            <translation>Find by file, operator, course</translation>
        </message>
        <message>
            <source>Tìm theo tên tổ, thôn, xã, số quyết định</source>
            <translation>Find by team, hamlet, commune, decision</translation>
        </message>
        <message>
            <source>Tìm theo tên, điện thoại, mã thẻ</source>
            <translation>Find by name, phone, card code</translation>
        </message>
        <message>
            <source>Tìm theo tên, điện thoại, mã thẻ, 4 số cuối căn cước</source>
            <translation>Find by name, phone, card code, last 4 digits of the identity number</translation>
        </message>
        <message numerus="yes">
            <source>Tìm thấy {count} học viên</source>
            <translation>
                <numerusform>{count} participant found</numerusform>
                <numerusform>{count} participants found</numerusform>
            </translation>
        </message>
        <message>
            <source>Tìm tên, không cần dấu</source>
            <translation>Find a name</translation>
        </message>
        <message>
            <source>Tìm tên, số vào sổ, khóa</source>
            <translation>Find name, number, course</translation>
        </message>
        <message>
            <source>Tìm xã, phường</source>
            <translation>Find a commune</translation>
        </message>
        <message>
            <source>Tình trạng</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tính lúc {time} · bấm đúp vào một số để xem danh sách</source>
            <translation>Counted at {time} · double-click a figure to see the people</translation>
        </message>
        <message>
            <source>Tính muộn sau giờ học</source>
            <translation>Late after the start</translation>
        </message>
        <message>
            <source>Tính đến ngày</source>
            <translation>As of</translation>
        </message>
        <message>
            <source>Tính đến {time}, khóa {code} “{title}” có {enrolled} người đăng ký, {completed} người hoàn thành ({share}%).</source>
            <translation>As of {time}, course {code} “{title}”: {enrolled} enrolled, {completed} completed ({share}%).</translation>
        </message>
        <message>
            <source>Tính đến {time}, {words}.</source>
            <translation>As of {time}, {words}.</translation>
        </message>
        <message>
            <source>Tạo tệp dữ liệu</source>
            <translation>Create the data file</translation>
        </message>
        <message>
            <source>Tất cả</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Tất cả các khóa</source>
            <translation>All courses</translation>
        </message>
        <message>
            <source>Tất cả thời gian</source>
            <translation>All time</translation>
        </message>
        <message>
            <source>Tập Huấn</source>
            <translation>Tập Huấn</translation>
        </message>
        <message>
            <source>Tập Huấn {version}</source>
            <translation>Tập Huấn {version}</translation>
        </message>
        <message>
            <source>Tập Huấn {version} · giấy phép MIT</source>
            <translation>Tập Huấn {version} · MIT licence</translation>
        </message>
        <message>
            <source>Tệp</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Tệp dữ liệu</source>
            <translation>Data file</translation>
        </message>
        <message>
            <source>Tệp dữ liệu Tập Huấn (*.db)</source>
            <translation>Tập Huấn data file (*.db)</translation>
        </message>
        <message>
            <source>Tệp này không cần sửa hay quyết định gì.</source>
            <translation>This file needed no repair and no decision.</translation>
        </message>
        <message>
            <source>Tỉnh, thành phố</source>
            <translation>Province or city</translation>
        </message>
        <message>
            <source>Tối</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Tổ</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Tổ chưa có thành viên nào.</source>
            <translation>The team has no members yet.</translation>
        </message>
        <message>
            <source>Tổ có từ {low} đến {high} thành viên</source>
            <translation>A team has {low} to {high} members</translation>
        </message>
        <message>
            <source>Tổ cấp xã</source>
            <translation>Commune team</translation>
        </message>
        <message>
            <source>Tổ lấy từ dòng tiêu đề</source>
            <translation>Team taken from the heading row</translation>
        </message>
        <message>
            <source>Tổ mới</source>
            <translation>New team</translation>
        </message>
        <message>
            <source>Tổ trưởng</source>
            <translation>Leader</translation>
        </message>
        <message>
            <source>Tổ và thôn/bản</source>
            <translation>Teams and hamlets</translation>
        </message>
        <message>
            <source>Tổ đã ngừng hoạt động không gộp được nữa: {names}.</source>
            <translation>Teams that have ended can no longer be merged: {names}.</translation>
        </message>
        <message>
            <source>Tổ ở thôn, bản</source>
            <translation>Hamlet team</translation>
        </message>
        <message>
            <source>Tổ, chức vụ</source>
            <translation>Team, role</translation>
        </message>
        <message>
            <source>Tổng hợp theo xã</source>
            <translation>Tally by commune</translation>
        </message>
        <message>
            <source>Tổng quan</source>
            <translation>Overview</translation>
        </message>
        <message>
            <source>Từ giờ</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Từ ngày</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Từ {names}</source>
            <translation>From {names}</translation>
        </message>
        <message>
            <source>Tự bảo
vệ</source>
            <translation>Safety</translation>
        </message>
        <message>
            <source>Tự bảo vệ</source>
            <translation>Safety</translation>
        </message>
        <message>
            <source>Tự thêm</source>
            <translation>Added here</translation>
        </message>
        <message>
            <source>Vai trò</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Vai trò trong tổ</source>
            <translation>Role in the team</translation>
        </message>
        <message>
            <source>Vai trò, thời gian khác với sổ; giữ như trong sổ</source>
            <translation>Role or time differs; the register’s is kept</translation>
        </message>
        <message>
            <source>Viết tắt</source>
            <translation>Short name</translation>
        </message>
        <message>
            <source>Viết tắt chỉ gồm chữ và số, không có dấu cách: SKHCN, UBND-VX.</source>
            <translation>A short name has letters and digits only, no spaces: SKHCN, UBND-VX.</translation>
        </message>
        <message>
            <source>Viết tắt trên số giấy</source>
            <translation>Short name in numbers</translation>
        </message>
        <message>
            <source>Việc cần làm</source>
            <translation>To do</translation>
        </message>
        <message>
            <source>Ví dụ trong tệp</source>
            <translation>Example from the file</translation>
        </message>
        <message>
            <source>Ví dụ: 12/QĐ-UBND</source>
            <translation>e.g. 12/QĐ-UBND</translation>
        </message>
        <message>
            <source>Ví dụ: Bản Púa</source>
            <translation>For example: Bản Púa</translation>
        </message>
        <message>
            <source>Ví dụ: Chi bộ bản Púa</source>
            <translation>e.g. Party cell</translation>
        </message>
        <message>
            <source>Ví dụ: Công an xã; Niên giám thống kê</source>
            <translation>For example: commune police; statistical yearbook</translation>
        </message>
        <message>
            <source>Ví dụ: Giám đốc</source>
            <translation>For example: Giám đốc</translation>
        </message>
        <message>
            <source>Ví dụ: Hội trường UBND xã Thuận Châu</source>
            <translation>For example: Hội trường UBND xã Thuận Châu</translation>
        </message>
        <message>
            <source>Ví dụ: KT. GIÁM ĐỐC</source>
            <translation>For example: KT. GIÁM ĐỐC</translation>
        </message>
        <message>
            <source>Ví dụ: Kỹ năng số cơ bản cho Tổ CNSCĐ</source>
            <translation>For example: Kỹ năng số cơ bản cho Tổ CNSCĐ</translation>
        </message>
        <message>
            <source>Ví dụ: Phó Giám đốc</source>
            <translation>For example: Phó Giám đốc</translation>
        </message>
        <message>
            <source>Ví dụ: SKHCN</source>
            <translation>For example: SKHCN</translation>
        </message>
        <message>
            <source>Ví dụ: Sơn La</source>
            <translation>For example: Sơn La</translation>
        </message>
        <message>
            <source>Ví dụ: Sở Khoa học và Công nghệ</source>
            <translation>For example: Sở Khoa học và Công nghệ</translation>
        </message>
        <message>
            <source>Ví dụ: Thành viên</source>
            <translation>For example: Thành viên</translation>
        </message>
        <message>
            <source>Ví dụ: Tổ CNSCĐ</source>
            <translation>For example: Tổ CNSCĐ</translation>
        </message>
        <message>
            <source>Ví dụ: Tổ công nghệ số cộng đồng</source>
            <translation>For example: Tổ công nghệ số cộng đồng</translation>
        </message>
        <message>
            <source>Ví dụ: Tổ trưởng Tổ CNSCĐ</source>
            <translation>For example: Tổ trưởng Tổ CNSCĐ</translation>
        </message>
        <message>
            <source>Ví dụ: UBND tỉnh Sơn La</source>
            <translation>For example: UBND tỉnh Sơn La</translation>
        </message>
        <message>
            <source>Ví dụ: bà Lường Thị Hà, 0912 345 678</source>
            <translation>For example: bà Lường Thị Hà, 0912 345 678</translation>
        </message>
        <message>
            <source>Ví dụ: chuyển công tác</source>
            <translation>For example: changed jobs</translation>
        </message>
        <message>
            <source>Ví dụ: in sai ngày sinh</source>
            <translation>For example: date of birth misprinted</translation>
        </message>
        <message>
            <source>Ví dụ: quét mã QR để chuyển tiền</source>
            <translation>For example: scan a QR code to send money</translation>
        </message>
        <message>
            <source>Ví dụ: đi họp thôn, quên thẻ</source>
            <translation>For example: at a hamlet meeting, card forgotten</translation>
        </message>
        <message>
            <source>Ví dụ: đã có tài khoản, đã cài ứng dụng</source>
            <translation>For example: has an account, app installed</translation>
        </message>
        <message>
            <source>Vướng</source>
            <translation>Stuck</translation>
        </message>
        <message>
            <source>Vướng ở bước</source>
            <translation>Stuck at step</translation>
        </message>
        <message>
            <source>Vướng ở bước: {step}</source>
            <translation>Stuck at step: {step}</translation>
        </message>
        <message>
            <source>Vướng ở đâu?</source>
            <translation>Stuck where?</translation>
        </message>
        <message>
            <source>Vấn đề</source>
            <translation>Finding</translation>
        </message>
        <message>
            <source>Vắng</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>Vắng có lý do</source>
            <translation>Excused</translation>
        </message>
        <message>
            <source>Về danh sách khóa tập huấn</source>
            <translation>Back to the courses</translation>
        </message>
        <message>
            <source>Về danh sách khóa tập huấn (Alt+Left)</source>
            <translation>Back to the courses (Alt+Left)</translation>
        </message>
        <message>
            <source>Xem</source>
            <translation>View</translation>
        </message>
        <message>
            <source>Xem dòng để lại</source>
            <translation>See the rows set aside</translation>
        </message>
        <message>
            <source>Xem học viên</source>
            <translation>View participants</translation>
        </message>
        <message>
            <source>Xem khóa</source>
            <translation>Open the course</translation>
        </message>
        <message>
            <source>Xem khóa {code}</source>
            <translation>Open course {code}</translation>
        </message>
        <message>
            <source>Xem lại</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Xem lại danh sách</source>
            <translation>Review the list</translation>
        </message>
        <message>
            <source>Xem sổ</source>
            <translation>See the register</translation>
        </message>
        <message>
            <source>Xem tất cả</source>
            <translation>View all</translation>
        </message>
        <message>
            <source>Xuất Excel</source>
            <translation>Export to Excel</translation>
        </message>
        <message>
            <source>Xuất Excel, PDF…</source>
            <translation>Export to Excel, PDF…</translation>
        </message>
        <message>
            <source>Xuất PDF</source>
            <translation>Export to PDF</translation>
        </message>
        <message>
            <source>Xuất danh sách</source>
            <translation>Export list</translation>
        </message>
        <message>
            <source>Xuất sổ Excel</source>
            <translation>Export register to Excel</translation>
        </message>
        <message>
            <source>Xuất sổ tổ</source>
            <translation>Export the register of teams</translation>
        </message>
        <message>
            <source>Xã</source>
            <translation>Commune</translation>
        </message>
        <message>
            <source>Xã chưa có thôn, bản nào trong sổ.</source>
            <translation>The register has no hamlet of this commune yet.</translation>
        </message>
        <message>
            <source>Xã cũ</source>
            <translation>Former commune</translation>
        </message>
        <message>
            <source>Xã cũ đã chia</source>
            <translation>Former commune, split</translation>
        </message>
        <message>
            <source>Xã cũ, chuyển sang xã mới</source>
            <translation>Former commune, changed to today’s</translation>
        </message>
        <message>
            <source>Xã của cả danh sách</source>
            <translation>Commune of the whole list</translation>
        </message>
        <message>
            <source>Xã của cả tệp</source>
            <translation>Commune of the whole file</translation>
        </message>
        <message>
            <source>Xã của tỉnh khác</source>
            <translation>Commune of another province</translation>
        </message>
        <message>
            <source>Xã lấy từ dòng tiêu đề</source>
            <translation>Commune taken from the heading row</translation>
        </message>
        <message>
            <source>Xã này chưa có tổ nào khác</source>
            <translation>This commune has no other team</translation>
        </message>
        <message>
            <source>Xã theo tên danh sách</source>
            <translation>Commune taken from the list’s title</translation>
        </message>
        <message>
            <source>Xã, phường</source>
            <translation>Commune</translation>
        </message>
        <message>
            <source>Xã: tất cả</source>
            <translation>Commune: all</translation>
        </message>
        <message>
            <source>Xóa</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Xóa khỏi sổ</source>
            <translation>Delete from the register</translation>
        </message>
        <message>
            <source>Xóa ô tìm</source>
            <translation>Clear the search</translation>
        </message>
        <message>
            <source>bỏ qua</source>
            <translation>left out</translation>
        </message>
        <message>
            <source>bỏ qua {count}</source>
            <translation>{count} left out</translation>
        </message>
        <message>
            <source>chưa học</source>
            <translation>not held yet</translation>
        </message>
        <message>
            <source>chưa điểm danh</source>
            <translation>not checked in</translation>
        </message>
        <message>
            <source>chỉ có ở hồ sơ thứ hai</source>
            <translation>only in the second record</translation>
        </message>
        <message>
            <source>chỉ có ở hồ sơ thứ nhất</source>
            <translation>only in the first record</translation>
        </message>
        <message>
            <source>chờ quyết định, không mất</source>
            <translation>waiting for a decision, not lost</translation>
        </message>
        <message>
            <source>còn dòng để lại</source>
            <translation>rows set aside</translation>
        </message>
        <message>
            <source>có mặt</source>
            <translation>present</translation>
        </message>
        <message>
            <source>có trong tệp nhập sau</source>
            <translation>also in a file imported later</translation>
        </message>
        <message numerus="yes">
            <source>có {count} học viên trong dữ liệu</source>
            <translation>
                <numerusform>the data holds {count} participant</numerusform>
                <numerusform>the data holds {count} participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>có {count} khóa tập huấn năm {year}</source>
            <translation>
                <numerusform>there is {count} course in {year}</numerusform>
                <numerusform>there are {count} courses in {year}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>có {count} lượt tham dự năm {year}</source>
            <translation>
                <numerusform>there is {count} attendance in {year}</numerusform>
                <numerusform>there are {count} attendances in {year}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>có {count} lượt tham dự trong 30 ngày qua</source>
            <translation>
                <numerusform>there was {count} attendance in the last 30 days</numerusform>
                <numerusform>there were {count} attendances in the last 30 days</numerusform>
            </translation>
        </message>
        <message>
            <source>cùng một người hay hai người?</source>
            <translation>one person or two?</translation>
        </message>
        <message>
            <source>cùng người · hai người · để sau</source>
            <translation>same person · two people · later</translation>
        </message>
        <message>
            <source>dd/mm/yyyy</source>
            <translation>dd/mm/yyyy</translation>
        </message>
        <message>
            <source>dd/mm/yyyy, hoặc chỉ năm</source>
            <translation>dd/mm/yyyy or the year</translation>
        </message>
        <message>
            <source>dòng</source>
            <translation>rows</translation>
        </message>
        <message>
            <source>dòng {row}</source>
            <translation>row {row}</translation>
        </message>
        <message>
            <source>dòng {row}, sheet “{sheet}”</source>
            <translation>row {row}, sheet “{sheet}”</translation>
        </message>
        <message>
            <source>dòng {row}, tệp {file}</source>
            <translation>row {row}, file {file}</translation>
        </message>
        <message>
            <source>dự {attended}/{sessions} buổi</source>
            <translation>attended {attended}/{sessions} sessions</translation>
        </message>
        <message>
            <source>ghi danh vào khóa {course}</source>
            <translation>enrolled in course {course}</translation>
        </message>
        <message numerus="yes">
            <source>ghi nhận {count} người đã có</source>
            <translation>
                <numerusform>{count} known person recorded</numerusform>
                <numerusform>{count} known people recorded</numerusform>
            </translation>
        </message>
        <message>
            <source>ghi nhận, không thêm lần nữa</source>
            <translation>recorded, not added again</translation>
        </message>
        <message>
            <source>giá trị đúng</source>
            <translation>the right value</translation>
        </message>
        <message>
            <source>giống nhau</source>
            <translation>the same</translation>
        </message>
        <message>
            <source>giữ như tệp</source>
            <translation>keep as in the file</translation>
        </message>
        <message>
            <source>giữ “{before}” như trong tệp</source>
            <translation>“{before}” kept as in the file</translation>
        </message>
        <message>
            <source>gộp ngày {day}, {who}</source>
            <translation>merged on {day}, {who}</translation>
        </message>
        <message>
            <source>hết hiệu lực từ {day}</source>
            <translation>not valid since {day}</translation>
        </message>
        <message>
            <source>họ và tên</source>
            <translation>full name</translation>
        </message>
        <message>
            <source>khác nhau</source>
            <translation>different</translation>
        </message>
        <message>
            <source>khác: {text}</source>
            <translation>differs: {text}</translation>
        </message>
        <message>
            <source>khóa {code}</source>
            <translation>course {code}</translation>
        </message>
        <message>
            <source>không có</source>
            <translation>none</translation>
        </message>
        <message>
            <source>không có dòng tiêu đề</source>
            <translation>no heading row</translation>
        </message>
        <message>
            <source>không nhập, theo quyết định</source>
            <translation>not imported, as decided</translation>
        </message>
        <message>
            <source>không đặt chỉ tiêu</source>
            <translation>no quota</translation>
        </message>
        <message>
            <source>lấy lại</source>
            <translation>take it back in</translation>
        </message>
        <message>
            <source>muộn</source>
            <translation>late</translation>
        </message>
        <message>
            <source>muộn {minutes} phút</source>
            <translation>{minutes} min late</translation>
        </message>
        <message>
            <source>ngày/tháng/năm hoặc năm sinh</source>
            <translation>day/month/year or year of birth</translation>
        </message>
        <message>
            <source>người</source>
            <translation>people</translation>
        </message>
        <message>
            <source>người mới</source>
            <translation>new</translation>
        </message>
        <message numerus="yes">
            <source>nhập {count} người mới</source>
            <translation>
                <numerusform>{count} new person imported</numerusform>
                <numerusform>{count} new people imported</numerusform>
            </translation>
        </message>
        <message>
            <source>năm sinh</source>
            <translation>year of birth</translation>
        </message>
        <message>
            <source>năm {year}</source>
            <translation>in {year}</translation>
        </message>
        <message>
            <source>phút</source>
            <translation>min</translation>
        </message>
        <message>
            <source>số buổi</source>
            <translation>of the sessions</translation>
        </message>
        <message>
            <source>số liệu cộng từ thôn, bản cũ</source>
            <translation>figures added up from the former hamlets</translation>
        </message>
        <message>
            <source>số điện thoại</source>
            <translation>phone number</translation>
        </message>
        <message>
            <source>sổ Tổ công nghệ số cộng đồng</source>
            <translation>register of community digital technology teams</translation>
        </message>
        <message>
            <source>sửa như đề xuất</source>
            <translation>change as proposed</translation>
        </message>
        <message>
            <source>theo chỉ tiêu</source>
            <translation>as the quota</translation>
        </message>
        <message>
            <source>theo từng dòng của tệp</source>
            <translation>by the rows of the file</translation>
        </message>
        <message>
            <source>thôi học ngày {day}</source>
            <translation>withdrew on {day}</translation>
        </message>
        <message>
            <source>thôn, bản</source>
            <translation>hamlets</translation>
        </message>
        <message>
            <source>tiêu đề ở dòng {rows}</source>
            <translation>headings in row {rows}</translation>
        </message>
        <message>
            <source>trong Tổ</source>
            <translation>in the team</translation>
        </message>
        <message>
            <source>trong dữ liệu này</source>
            <translation>in this data</translation>
        </message>
        <message>
            <source>trong tệp {before}, số căn cước cho “{after}”</source>
            <translation>{before} in the file, the identity number says “{after}”</translation>
        </message>
        <message>
            <source>trong tệp “{before}”, đang lưu của “{after}”</source>
            <translation>“{before}” in the file, stored for “{after}”</translation>
        </message>
        <message>
            <source>trong tệp “{before}”, đang lưu “{after}”, giữ như đang lưu</source>
            <translation>“{before}” in the file, “{after}” stored; kept as stored</translation>
        </message>
        <message>
            <source>tên dân tộc</source>
            <translation>name of the ethnic group</translation>
        </message>
        <message>
            <source>tên thôn, bản</source>
            <translation>name of the hamlet</translation>
        </message>
        <message>
            <source>tên xã, không cần dấu</source>
            <translation>commune, accents not needed</translation>
        </message>
        <message>
            <source>từ {day}</source>
            <translation>since {day}</translation>
        </message>
        <message numerus="yes">
            <source>và {count} bản cũ hơn</source>
            <translation>
                <numerusform>and {count} older copy</numerusform>
                <numerusform>and {count} older copies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>và {count} dòng nữa</source>
            <translation>
                <numerusform>and {count} more line</numerusform>
                <numerusform>and {count} more lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>và {count} học viên nữa</source>
            <translation>
                <numerusform>and {count} more participant</numerusform>
                <numerusform>and {count} more participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>và {count} khóa nữa</source>
            <translation>
                <numerusform>and {count} more course</numerusform>
                <numerusform>and {count} more courses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>và {count} mục nữa</source>
            <translation>
                <numerusform>and {count} more entry</numerusform>
                <numerusform>and {count} more entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>và {count} xã khác</source>
            <translation>
                <numerusform>and {count} other commune</numerusform>
                <numerusform>and {count} other communes</numerusform>
            </translation>
        </message>
        <message>
            <source>vắng</source>
            <translation>absent</translation>
        </message>
        <message>
            <source>vắng có lý do</source>
            <translation>excused</translation>
        </message>
        <message>
            <source>xong</source>
            <translation>done</translation>
        </message>
        <message>
            <source>{attended}/{enrolled} có mặt</source>
            <translation>{attended}/{enrolled} present</translation>
        </message>
        <message>
            <source>{before}: có thể là {after}</source>
            <translation>{before}: perhaps {after}</translation>
        </message>
        <message>
            <source>{code} Bảng điểm danh</source>
            <translation>{code} Attendance</translation>
        </message>
        <message>
            <source>{code} Danh sách học viên</source>
            <translation>{code} Participants</translation>
        </message>
        <message>
            <source>{code} Danh sách ký tên</source>
            <translation>{code} Sign-in sheet</translation>
        </message>
        <message>
            <source>{code} Phiếu đăng ký</source>
            <translation>{code} Registration forms</translation>
        </message>
        <message>
            <source>{code} Phiếu đăng ký {commune}</source>
            <translation>{code} Registration form {commune}</translation>
        </message>
        <message>
            <source>{code} Thẻ QR</source>
            <translation>{code} QR cards</translation>
        </message>
        <message>
            <source>{code} · cấp ngày {day}</source>
            <translation>{code} · issued on {day}</translation>
        </message>
        <message>
            <source>{code} Ảnh thẻ</source>
            <translation>{code} Card pictures</translation>
        </message>
        <message>
            <source>{code}, buổi {number}</source>
            <translation>{code}, session {number}</translation>
        </message>
        <message>
            <source>{commune} (đã có)</source>
            <translation>{commune} (already there)</translation>
        </message>
        <message numerus="yes">
            <source>{count} buổi</source>
            <translation>
                <numerusform>{count} session</numerusform>
                <numerusform>{count} sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} bỏ qua</source>
            <translation>
                <numerusform>{count} left out</numerusform>
                <numerusform>{count} left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} cặp</source>
            <translation>
                <numerusform>{count} pair</numerusform>
                <numerusform>{count} pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} cột: {names}</source>
            <translation>
                <numerusform>{count} column: {names}</numerusform>
                <numerusform>{count} columns: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dòng</source>
            <translation>
                <numerusform>{count} row</numerusform>
                <numerusform>{count} rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dòng chờ quyết định</source>
            <translation>
                <numerusform>{count} row waits for a decision</numerusform>
                <numerusform>{count} rows wait for a decision</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dòng có người</source>
            <translation>
                <numerusform>{count} row with a person</numerusform>
                <numerusform>{count} rows with people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dòng danh sách để lại, chờ quyết định</source>
            <translation>
                <numerusform>{count} list row set aside, to be decided</numerusform>
                <numerusform>{count} list rows set aside, to be decided</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} giấy chứng nhận</source>
            <translation>
                <numerusform>{count} certificate</numerusform>
                <numerusform>{count} certificates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} học viên</source>
            <translation>
                <numerusform>{count} participant</numerusform>
                <numerusform>{count} participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} học viên chưa có số điện thoại</source>
            <translation>
                <numerusform>{count} participant without a phone number</numerusform>
                <numerusform>{count} participants without a phone number</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} học viên chưa rõ xã, phường</source>
            <translation>
                <numerusform>{count} participant whose commune is unknown</numerusform>
                <numerusform>{count} participants whose commune is unknown</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} hộ</source>
            <translation>{count} households</translation>
        </message>
        <message numerus="yes">
            <source>{count} khóa</source>
            <translation>
                <numerusform>{count} course</numerusform>
                <numerusform>{count} courses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} khóa đã học xong nhưng chưa đóng</source>
            <translation>
                <numerusform>{count} course that ended but is not closed</numerusform>
                <numerusform>{count} courses that ended but are not closed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} lượt ghi danh</source>
            <translation>
                <numerusform>{count} enrolment</numerusform>
                <numerusform>{count} enrolments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} lượt tham dự</source>
            <translation>
                <numerusform>{count} attendance</numerusform>
                <numerusform>{count} attendances</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} lượt đăng ký</source>
            <translation>
                <numerusform>{count} enrolment</numerusform>
                <numerusform>{count} enrolments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} mới</source>
            <translation>
                <numerusform>{count} new</numerusform>
                <numerusform>{count} new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} người</source>
            <translation>
                <numerusform>{count} person</numerusform>
                <numerusform>{count} people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} người hoàn thành chưa có chứng nhận</source>
            <translation>
                <numerusform>{count} person who completed has no certificate yet</numerusform>
                <numerusform>{count} people who completed have no certificate yet</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} người trưởng thành</source>
            <translation>{count} adults</translation>
        </message>
        <message numerus="yes">
            <source>{count} người đã thôi</source>
            <translation>
                <numerusform>{count} has left</numerusform>
                <numerusform>{count} have left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} nội dung</source>
            <translation>
                <numerusform>{count} topic</numerusform>
                <numerusform>{count} topics</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} nội dung · {outcomes} có kết quả</source>
            <translation>
                <numerusform>{count} topic · {outcomes} with an outcome</numerusform>
                <numerusform>{count} topics · {outcomes} with an outcome</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} sheet</source>
            <translation>
                <numerusform>{count} sheet</numerusform>
                <numerusform>{count} sheets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} số liệu về hộ, người trưởng thành</source>
            <translation>
                <numerusform>{count} figure of households and adults</numerusform>
                <numerusform>{count} figures of households and adults</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thành viên</source>
            <translation>
                <numerusform>{count} member</numerusform>
                <numerusform>{count} members</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} thành viên theo báo cáo</source>
            <translation>{count} members as reported</translation>
        </message>
        <message numerus="yes">
            <source>{count} thành viên tổ</source>
            <translation>
                <numerusform>{count} team member</numerusform>
                <numerusform>{count} team members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thôn, bản</source>
            <translation>
                <numerusform>{count} hamlet</numerusform>
                <numerusform>{count} hamlets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thôn, bản mới</source>
            <translation>
                <numerusform>{count} new hamlet</numerusform>
                <numerusform>{count} new hamlets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} thẻ</source>
            <translation>
                <numerusform>{count} card</numerusform>
                <numerusform>{count} cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tệp</source>
            <translation>
                <numerusform>{count} file</numerusform>
                <numerusform>{count} files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tệp đã nhập</source>
            <translation>
                <numerusform>{count} file imported</numerusform>
                <numerusform>{count} files imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tổ</source>
            <translation>
                <numerusform>{count} team</numerusform>
                <numerusform>{count} teams</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tổ mới</source>
            <translation>
                <numerusform>{count} new team</numerusform>
                <numerusform>{count} new teams</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} tự thêm</source>
            <translation>{count} added here</translation>
        </message>
        <message numerus="yes">
            <source>{count} xã</source>
            <translation>
                <numerusform>{count} commune</numerusform>
                <numerusform>{count} communes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} xã chưa gửi danh sách học viên</source>
            <translation>
                <numerusform>{count} commune has not sent its list</numerusform>
                <numerusform>{count} communes have not sent their lists</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} xã gửi thiếu</source>
            <translation>
                <numerusform>{count} commune short</numerusform>
                <numerusform>{count} communes short</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} xã gửi thừa</source>
            <translation>
                <numerusform>{count} commune over</numerusform>
                <numerusform>{count} communes over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} xã trễ hạn</source>
            <translation>
                <numerusform>{count} commune late</numerusform>
                <numerusform>{count} communes late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} xã, phường</source>
            <translation>
                <numerusform>{count} commune</numerusform>
                <numerusform>{count} communes</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} · thiếu</source>
            <translation>{count} · too few</translation>
        </message>
        <message>
            <source>{count} · đông</source>
            <translation>{count} · many</translation>
        </message>
        <message numerus="yes">
            <source>{count} điều cần xem</source>
            <translation>
                <numerusform>{count} thing to look at</numerusform>
                <numerusform>{count} things to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} đã có</source>
            <translation>
                <numerusform>{count} known</numerusform>
                <numerusform>{count} known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} đề xuất · để sau</source>
            <translation>
                <numerusform>{count} proposal · later</numerusform>
                <numerusform>{count} proposals · later</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} để lại</source>
            <translation>
                <numerusform>{count} set aside</numerusform>
                <numerusform>{count} set aside</numerusform>
            </translation>
        </message>
        <message>
            <source>{female} nữ · {dtts} dân tộc thiểu số</source>
            <translation>{female} female · {dtts} of ethnic minorities</translation>
        </message>
        <message>
            <source>{field} (đoán theo nội dung)</source>
            <translation>{field} (guessed from the content)</translation>
        </message>
        <message>
            <source>{held} đã cấp · {due} chờ cấp · {failed} không được cấp</source>
            <translation>{held} issued · {due} to be issued · {failed} not entitled</translation>
        </message>
        <message>
            <source>{issued} đã cấp · {voided} đã hủy</source>
            <translation>{issued} issued · {voided} void</translation>
        </message>
        <message>
            <source>{kind}: {taken} đã sửa, {refused} giữ như tệp</source>
            <translation>{kind}: {taken} repaired, {refused} kept as in the file</translation>
        </message>
        <message>
            <source>{list} gõ bằng phông cũ; hãy xem lại cách chuyển</source>
            <translation>{list} was typed in an old font; check how it is converted</translation>
        </message>
        <message>
            <source>{name} không còn thẻ nào có hiệu lực. Hãy cấp thẻ ở trang Học viên.</source>
            <translation>{name} has no valid card any more. Issue one on the Participants page.</translation>
        </message>
        <message>
            <source>{name} · trước đây: {before}</source>
            <translation>{name} · formerly: {before}</translation>
        </message>
        <message>
            <source>{name} đã có trong lớp.</source>
            <translation>{name} is in the course already.</translation>
        </message>
        <message>
            <source>{new} mới, {known} đã có</source>
            <translation>{new} new, {known} known</translation>
        </message>
        <message>
            <source>{number} · {name}. Số này ở lại trong sổ với lý do và không dùng lại; người này có thể được cấp giấy khác với số mới.</source>
            <translation>{number} · {name}. The number stays in the register with its reason and is not used again; the person can get another certificate with a new number.</translation>
        </message>
        <message>
            <source>{old} nay là {new}.</source>
            <translation>{old}: now {new}.</translation>
        </message>
        <message numerus="yes">
            <source>{people} học viên · {female} nữ · {hamlets} {kinds}</source>
            <translation>
                <numerusform>{people} participant · {female} female · {hamlets} {kinds}</numerusform>
                <numerusform>{people} participants · {female} female · {hamlets} {kinds}</numerusform>
            </translation>
        </message>
        <message>
            <source>{present} có mặt · {late} muộn · {repeated} trùng · {refused} chưa hợp lệ</source>
            <translation>{present} present · {late} late · {repeated} repeated · {refused} refused</translation>
        </message>
        <message numerus="yes">
            <source>{rows} dòng để lại sau khi nhập</source>
            <translation>
                <numerusform>{rows} row set aside by imports</numerusform>
                <numerusform>{rows} rows set aside by imports</numerusform>
            </translation>
        </message>
        <message>
            <source>{seen}. Nhập lại không thêm ai lần nữa.</source>
            <translation>{seen}. Importing it again adds nobody twice.</translation>
        </message>
        <message>
            <source>{share} người tham dự</source>
            <translation>{share} of those who attended</translation>
        </message>
        <message>
            <source>{share} và đạt các kỹ năng: {skills}.</source>
            <translation>{share} and pass the skills: {skills}.</translation>
        </message>
        <message numerus="yes">
            <source>{share} đăng ký · {turns} lượt</source>
            <translation>
                <numerusform>{share} of enrolled · {turns} attendance</numerusform>
                <numerusform>{share} of enrolled · {turns} attendances</numerusform>
            </translation>
        </message>
        <message>
            <source>{share}% người đăng ký</source>
            <translation>{share}% of those enrolled</translation>
        </message>
        <message>
            <source>{share}; không yêu cầu kỹ năng.</source>
            <translation>{share}; no skills required.</translation>
        </message>
        <message>
            <source>{source}, {day}</source>
            <translation>{source}, {day}</translation>
        </message>
        <message>
            <source>{time} ngày {day}</source>
            <translation>{time} on {day}</translation>
        </message>
        <message>
            <source>{who} đã thôi học: {reason}.</source>
            <translation>{who} withdrew: {reason}.</translation>
        </message>
        <message>
            <source>{who}. Mục không đánh dấu được giữ nguyên.</source>
            <translation>{who}. What is not ticked stays as it is.</translation>
        </message>
        <message>
            <source>{who}. Người đã có trong khóa được ghi sẵn vào phiếu.</source>
            <translation>{who}. Those already in the course are filled into the form.</translation>
        </message>
        <message numerus="yes">
            <source>Áp dụng cho cả {count} dòng giống vậy</source>
            <translation>
                <numerusform>For {count} row that says the same</numerusform>
                <numerusform>For all {count} rows that say the same</numerusform>
            </translation>
        </message>
        <message>
            <source>Áp dụng cho khóa tạo mới; khóa đã có giữ nguyên.</source>
            <translation>For new courses; existing ones stay as they are.</translation>
        </message>
        <message>
            <source>Ô gộp nhiều dòng</source>
            <translation>Cell merged over rows</translation>
        </message>
        <message>
            <source>Đang cập nhật dữ liệu tham chiếu…</source>
            <translation>Updating reference data…</translation>
        </message>
        <message>
            <source>Đang diễn ra</source>
            <translation>Under way</translation>
        </message>
        <message>
            <source>Đang dừng…</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <source>Đang ghi</source>
            <translation>Writing</translation>
        </message>
        <message>
            <source>Đang ghi {name}</source>
            <translation>Writing {name}</translation>
        </message>
        <message>
            <source>Đang hoàn tác lần nhập</source>
            <translation>Undoing the import</translation>
        </message>
        <message>
            <source>Đang học</source>
            <translation>Under way</translation>
        </message>
        <message>
            <source>Đang học khóa {courses}</source>
            <translation>Enrolled in {courses}</translation>
        </message>
        <message>
            <source>Đang khôi phục…</source>
            <translation>Restoring…</translation>
        </message>
        <message>
            <source>Đang kiểm tra dữ liệu…</source>
            <translation>Checking the data…</translation>
        </message>
        <message>
            <source>Đang làm phiếu đăng ký</source>
            <translation>Making registration forms</translation>
        </message>
        <message numerus="yes">
            <source>Đang lưu {count} lượt</source>
            <translation>
                <numerusform>Saving {count} scan</numerusform>
                <numerusform>Saving {count} scans</numerusform>
            </translation>
        </message>
        <message>
            <source>Đang nhập sổ tổ; đóng lúc này sẽ dừng lại.</source>
            <translation>The register of teams is being imported; closing now stops it.</translation>
        </message>
        <message numerus="yes">
            <source>Đang nhập {count} dòng</source>
            <translation>
                <numerusform>Importing {count} row</numerusform>
                <numerusform>Importing {count} rows</numerusform>
            </translation>
        </message>
        <message>
            <source>Đang nhập {name}</source>
            <translation>Importing {name}</translation>
        </message>
        <message>
            <source>Đang sao lưu…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>Đang tìm người trùng…</source>
            <translation>Looking for duplicates…</translation>
        </message>
        <message>
            <source>Đang tìm…</source>
            <translation>Searching…</translation>
        </message>
        <message>
            <source>Đang tính…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Đang vẽ ảnh thẻ</source>
            <translation>Drawing card pictures</translation>
        </message>
        <message>
            <source>Đang xem thử danh sách…</source>
            <translation>Previewing the list…</translation>
        </message>
        <message>
            <source>Đang xem thử; chưa ghi gì</source>
            <translation>A preview; nothing is written yet</translation>
        </message>
        <message>
            <source>Đang đọc tệp…</source>
            <translation>Reading the file…</translation>
        </message>
        <message>
            <source>Đang đọc {name}</source>
            <translation>Reading {name}</translation>
        </message>
        <message>
            <source>Điều kiện hoàn thành</source>
            <translation>Needed to complete</translation>
        </message>
        <message>
            <source>Điểm danh</source>
            <translation>Check-in</translation>
        </message>
        <message>
            <source>Điểm danh buổi này</source>
            <translation>Check in to this session</translation>
        </message>
        <message>
            <source>Điện thoại</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Đánh giá</source>
            <translation>Assessment</translation>
        </message>
        <message>
            <source>Đánh giá khóa {code}</source>
            <translation>Assessment of course {code}</translation>
        </message>
        <message>
            <source>Đây là hai người khác nhau: đừng hỏi lại (Ctrl+H)</source>
            <translation>These are two different people: do not ask again (Ctrl+H)</translation>
        </message>
        <message>
            <source>Đã bỏ dòng {row} ({name}).</source>
            <translation>Row {row} ({name}) left out.</translation>
        </message>
        <message>
            <source>Đã bỏ khoảng trắng</source>
            <translation>Spaces removed</translation>
        </message>
        <message>
            <source>Đã bỏ {who} khỏi danh sách cần gửi.</source>
            <translation>{who} removed from those who send lists.</translation>
        </message>
        <message>
            <source>Đã chuyển sang Unicode</source>
            <translation>Converted to Unicode</translation>
        </message>
        <message>
            <source>Đã chuyển sang thôn, bản hiện nay</source>
            <translation>Moved to today’s hamlet</translation>
        </message>
        <message>
            <source>Đã chuyển sang tổ khác.</source>
            <translation>Moved to another team.</translation>
        </message>
        <message>
            <source>Đã chuyển sang xã hiện nay</source>
            <translation>Today’s commune taken</translation>
        </message>
        <message>
            <source>Đã chuyển sang đơn vị</source>
            <translation>Moved to employer</translation>
        </message>
        <message>
            <source>Đã chuẩn hóa</source>
            <translation>Normalised</translation>
        </message>
        <message>
            <source>Đã chép câu báo cáo</source>
            <translation>Sentence copied</translation>
        </message>
        <message>
            <source>Đã chép câu báo cáo.</source>
            <translation>Sentence copied.</translation>
        </message>
        <message>
            <source>Đã chép lời nhắc gửi {who}: hãy dán vào Zalo.</source>
            <translation>Reminder for {who} copied: paste it into Zalo.</translation>
        </message>
        <message numerus="yes">
            <source>Đã chép {count} dòng</source>
            <translation>
                <numerusform>{count} row copied</numerusform>
                <numerusform>{count} rows copied</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã chép ảnh của bảng</source>
            <translation>Picture of the table copied</translation>
        </message>
        <message>
            <source>Đã chọn {count}</source>
            <translation>{count} chosen</translation>
        </message>
        <message>
            <source>Đã có</source>
            <translation>Known</translation>
        </message>
        <message>
            <source>Đã có người ghi nhận đây là hai người khác nhau.</source>
            <translation>Somebody recorded that these are two different people.</translation>
        </message>
        <message>
            <source>Đã có sẵn</source>
            <translation>Already there</translation>
        </message>
        <message>
            <source>Đã có trong dữ liệu: {who}</source>
            <translation>Already in the data: {who}</translation>
        </message>
        <message>
            <source>Đã có, không thêm lần nữa</source>
            <translation>Already known</translation>
        </message>
        <message>
            <source>Đã cấp</source>
            <translation>Issued</translation>
        </message>
        <message numerus="yes">
            <source>Đã cấp {count} giấy chứng nhận.</source>
            <translation>
                <numerusform>{count} certificate issued.</numerusform>
                <numerusform>{count} certificates issued.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Đã cập nhật dữ liệu tham chiếu: {units} đơn vị hành chính, {added} đơn vị mới. Dữ liệu đã nhập giữ nguyên.</source>
            <translation>
                <numerusform>Reference data updated: {units} administrative unit, {added} new. What was entered stays as it is.</numerusform>
                <numerusform>Reference data updated: {units} administrative units, {added} new. What was entered stays as it is.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã dừng. Chưa ghi gì; có thể nhập lại.</source>
            <translation>Stopped. Nothing was written; you can import again.</translation>
        </message>
        <message>
            <source>Đã ghi lại được. Không mất lượt quét nào.</source>
            <translation>Writing works again. No scan was lost.</translation>
        </message>
        <message>
            <source>Đã ghi ngày thôi tham gia.</source>
            <translation>Last day in the team saved.</translation>
        </message>
        <message>
            <source>Đã ghi nhận {one} và {other} là hai người.</source>
            <translation>{one} and {other} recorded as two people.</translation>
        </message>
        <message>
            <source>Đã ghi quyết định; dòng này còn câu hỏi khác.</source>
            <translation>Decision saved; this row has another question.</translation>
        </message>
        <message>
            <source>Đã ghi số liệu của {name}.</source>
            <translation>Figures of {name} saved.</translation>
        </message>
        <message>
            <source>Đã ghi xong.</source>
            <translation>Written.</translation>
        </message>
        <message numerus="yes">
            <source>Đã ghi {count} ô</source>
            <translation>
                <numerusform>{count} cell set</numerusform>
                <numerusform>{count} cells set</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã ghi {name}.</source>
            <translation>{name} saved.</translation>
        </message>
        <message>
            <source>Đã ghi “{status}” cho {who} ở buổi {number}.</source>
            <translation>“{status}” set for {who} in session {number}.</translation>
        </message>
        <message>
            <source>Đã ghép</source>
            <translation>Joined</translation>
        </message>
        <message>
            <source>Đã gõ lại số căn cước</source>
            <translation>Identity number typed again</translation>
        </message>
        <message numerus="yes">
            <source>Đã gộp từ {count} hồ sơ</source>
            <translation>
                <numerusform>Merged from {count} record</numerusform>
                <numerusform>Merged from {count} records</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã gộp {other} vào {kept}.</source>
            <translation>{other} merged into {kept}.</translation>
        </message>
        <message>
            <source>Đã gửi</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Đã gửi ({day})</source>
            <translation>Sent ({day})</translation>
        </message>
        <message>
            <source>Đã hoàn tác</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>Đã hoàn tác lần nhập {file}. Dữ liệu như trước khi nhập.</source>
            <translation>The import of {file} was undone. The data is as before it.</translation>
        </message>
        <message numerus="yes">
            <source>Đã hoàn tác {count} ô</source>
            <translation>
                <numerusform>{count} cell undone</numerusform>
                <numerusform>{count} cells undone</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã hoàn tác.</source>
            <translation>Undone.</translation>
        </message>
        <message>
            <source>Đã hoàn tác. Dữ liệu như trước khi nhập.</source>
            <translation>Undone. The data is as before the import.</translation>
        </message>
        <message>
            <source>Đã học</source>
            <translation>Held</translation>
        </message>
        <message>
            <source>Đã hủy</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Đã hủy buổi {number}.</source>
            <translation>Session {number} cancelled.</translation>
        </message>
        <message>
            <source>Đã hủy giấy {number}; số này không dùng lại.</source>
            <translation>Certificate {number} is void; the number is not used again.</translation>
        </message>
        <message>
            <source>Đã khôi phục vào tệp mới {path}. Tệp đang mở giữ nguyên. Mở tệp mới bằng lệnh: {command}</source>
            <translation>Restored into the new file {path}. The open file stays as it is. Open the new one with: {command}</translation>
        </message>
        <message>
            <source>Đã kết thúc</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>Đã lưu</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>Đã lưu thiết lập.</source>
            <translation>Settings saved.</translation>
        </message>
        <message>
            <source>Đã lưu {path}</source>
            <translation>Saved {path}</translation>
        </message>
        <message>
            <source>Đã lấy năm sinh</source>
            <translation>Year taken</translation>
        </message>
        <message>
            <source>Đã lấy số đầu tiên</source>
            <translation>First number taken</translation>
        </message>
        <message>
            <source>Đã lấy xã của tỉnh khác</source>
            <translation>Commune of another province taken</translation>
        </message>
        <message>
            <source>Đã ngừng dạy “{name}”.</source>
            <translation>“{name}” is no longer taught.</translation>
        </message>
        <message>
            <source>Đã nhận</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Đã nhập {name}.</source>
            <translation>{name} imported.</translation>
        </message>
        <message>
            <source>Đã sao lưu và kiểm tra: {path}</source>
            <translation>Backed up and verified: {path}</translation>
        </message>
        <message>
            <source>Đã sửa</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>Đã sửa buổi {number}.</source>
            <translation>Session {number} changed.</translation>
        </message>
        <message>
            <source>Đã sửa tay</source>
            <translation>Edited by hand</translation>
        </message>
        <message>
            <source>Đã sửa thành “{name}”.</source>
            <translation>Changed to “{name}”.</translation>
        </message>
        <message>
            <source>Đã thêm lại</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>Đã thêm thế kỷ</source>
            <translation>Century added</translation>
        </message>
        <message>
            <source>Đã thêm vào tổ.</source>
            <translation>Added to the team.</translation>
        </message>
        <message numerus="yes">
            <source>Đã thêm {count} xã.</source>
            <translation>
                <numerusform>{count} commune added.</numerusform>
                <numerusform>{count} communes added.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã thêm {name} vào lớp.</source>
            <translation>{name} added to the course.</translation>
        </message>
        <message>
            <source>Đã thêm {name}.</source>
            <translation>{name} added.</translation>
        </message>
        <message>
            <source>Đã thêm “{name}”.</source>
            <translation>“{name}” added.</translation>
        </message>
        <message>
            <source>Đã thôi học</source>
            <translation>Withdrew</translation>
        </message>
        <message>
            <source>Đã thôi học: {reason}</source>
            <translation>Withdrew: {reason}</translation>
        </message>
        <message>
            <source>Đã tách</source>
            <translation>Split</translation>
        </message>
        <message>
            <source>Đã tách {other} ra khỏi {kept}.</source>
            <translation>{other} is separate from {kept} again.</translation>
        </message>
        <message>
            <source>Đã tự sửa</source>
            <translation>Repaired</translation>
        </message>
        <message>
            <source>Đã viết hoa lại</source>
            <translation>Capitals put right</translation>
        </message>
        <message>
            <source>Đã xem giấy tờ: đúng là một người, giữ cả hai số</source>
            <translation>I have seen the papers: they are one person, keep both numbers</translation>
        </message>
        <message>
            <source>Đã xóa dòng ghi nhầm.</source>
            <translation>The mistaken entry was deleted.</translation>
        </message>
        <message>
            <source>Đã xóa số liệu ngày {day} của {name}.</source>
            <translation>Removed the figure of {day} for {name}.</translation>
        </message>
        <message>
            <source>Đã xóa {name} khỏi sổ.</source>
            <translation>{name} deleted from the register.</translation>
        </message>
        <message>
            <source>Đã xóa “{name}”.</source>
            <translation>“{name}” deleted.</translation>
        </message>
        <message>
            <source>Đã {done}.</source>
            <translation>{done}.</translation>
        </message>
        <message>
            <source>Đã điền</source>
            <translation>Filled in</translation>
        </message>
        <message>
            <source>Đã điểm danh</source>
            <translation>Checked in</translation>
        </message>
        <message>
            <source>Đã điểm danh lúc {time}</source>
            <translation>Checked in at {time}</translation>
        </message>
        <message>
            <source>Đã đóng</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Đã đóng khóa lúc {time}</source>
            <translation>Course closed at {time}</translation>
        </message>
        <message numerus="yes">
            <source>Đã đóng khóa {code}: {count} người hoàn thành.</source>
            <translation>
                <numerusform>Course {code} closed: {count} person completed it.</numerusform>
                <numerusform>Course {code} closed: {count} people completed it.</numerusform>
            </translation>
        </message>
        <message>
            <source>Đã đặt chỉ tiêu, hạn gửi cho {who}.</source>
            <translation>Quota and deadline set for {who}.</translation>
        </message>
        <message>
            <source>Đã đổi +84 thành số 0</source>
            <translation>+84 changed to 0</translation>
        </message>
        <message>
            <source>Đã đổi ra ngày</source>
            <translation>Turned into a date</translation>
        </message>
        <message>
            <source>Đã đổi thứ tự ngày, tháng</source>
            <translation>Day and month swapped</translation>
        </message>
        <message>
            <source>Đã đổi tên gọi</source>
            <translation>Name changed</translation>
        </message>
        <message>
            <source>Đã đổi đầu số</source>
            <translation>Prefix changed</translation>
        </message>
        <message>
            <source>Đóng</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Đóng khóa</source>
            <translation>Close the course</translation>
        </message>
        <message>
            <source>Đóng khóa trước: khi khóa đóng mới biết ai hoàn thành và được cấp giấy.</source>
            <translation>Close the course first: closing decides who completed and gets a certificate.</translation>
        </message>
        <message>
            <source>Đóng thông báo</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>Đóng và bỏ</source>
            <translation>Close and discard</translation>
        </message>
        <message>
            <source>Đăng
ký</source>
            <translation>En-
rolled</translation>
        </message>
        <message>
            <source>Đăng ký</source>
            <translation>Enrolled</translation>
        </message>
        <message>
            <source>Đơn vị công tác</source>
            <translation>Employer</translation>
        </message>
        <message>
            <source>Đơn vị tổ chức</source>
            <translation>Organiser</translation>
        </message>
        <message>
            <source>Được cấp chứng nhận</source>
            <translation>Certified</translation>
        </message>
        <message>
            <source>Đạt</source>
            <translation>Passed</translation>
        </message>
        <message>
            <source>Đạt đủ 5 kỹ năng</source>
            <translation>Passed all 5 skills</translation>
        </message>
        <message>
            <source>Đạt: {figures}</source>
            <translation>Passed: {figures}</translation>
        </message>
        <message>
            <source>Đầu mối liên hệ</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Đầu số cũ</source>
            <translation>Old number prefix</translation>
        </message>
        <message>
            <source>Đặt</source>
            <translation>Set</translation>
        </message>
        <message>
            <source>Đặt chỉ tiêu</source>
            <translation>Set the quota</translation>
        </message>
        <message>
            <source>Đặt hạn gửi</source>
            <translation>Set the deadline</translation>
        </message>
        <message>
            <source>Đến giờ</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Đến hết ngày</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Đến ngày</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Để biết</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Để dành</source>
            <translation>Reserved</translation>
        </message>
        <message>
            <source>Để lại</source>
            <translation>Set aside</translation>
        </message>
        <message numerus="yes">
            <source>Để lại {count} dòng</source>
            <translation>
                <numerusform>Set {count} row aside</numerusform>
                <numerusform>Set {count} rows aside</numerusform>
            </translation>
        </message>
        <message>
            <source>Để lại, chưa nhập</source>
            <translation>Set aside, not imported</translation>
        </message>
        <message>
            <source>Để sau</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Để trống</source>
            <translation>Leave empty</translation>
        </message>
        <message>
            <source>Để trống nếu không đổi</source>
            <translation>Leave empty to keep it</translation>
        </message>
        <message>
            <source>Để trống thì xã lấy theo từng dòng của tệp, theo tiêu đề hoặc tên tệp. Người đã có không bị thêm lần nữa.</source>
            <translation>Left empty, the commune is taken from the rows, the title or the name of the file. People already there are not added again.</translation>
        </message>
        <message>
            <source>Để trống ô này</source>
            <translation>Leave this cell empty</translation>
        </message>
        <message>
            <source>Địa chỉ (cả bản, xã)</source>
            <translation>Address (with hamlet, commune)</translation>
        </message>
        <message>
            <source>Địa chỉ không tách được</source>
            <translation>Address could not be split</translation>
        </message>
        <message>
            <source>Địa danh</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Địa điểm</source>
            <translation>Venue</translation>
        </message>
        <message>
            <source>Địa điểm của buổi</source>
            <translation>Venue of the session</translation>
        </message>
        <message>
            <source>Đọc lại tệp</source>
            <translation>Read the file again</translation>
        </message>
        <message>
            <source>Đồng ý</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Đổi tên hoặc tách thôn, bản</source>
            <translation>Rename or split a hamlet</translation>
        </message>
        <message>
            <source>Đổi…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Đủ 5
kỹ năng</source>
            <translation>All
five</translation>
        </message>
        <message>
            <source>Đủ 5 kỹ năng</source>
            <translation>All five skills</translation>
        </message>
        <message>
            <source>đang có học viên hoặc hộ ở đó</source>
            <translation>participants or households are placed there</translation>
        </message>
        <message>
            <source>đang được dùng ở nơi khác</source>
            <translation>in use elsewhere</translation>
        </message>
        <message>
            <source>đang ở trong sổ tổ</source>
            <translation>in the register of teams</translation>
        </message>
        <message>
            <source>đang ở {name}, nơi do lần nhập này thêm</source>
            <translation>placed in {name}, which this import added</translation>
        </message>
        <message>
            <source>đã có</source>
            <translation>known</translation>
        </message>
        <message numerus="yes">
            <source>đã cấp {count} giấy chứng nhận năm {year}</source>
            <translation>
                <numerusform>{count} certificate was issued in {year}</numerusform>
                <numerusform>{count} certificates were issued in {year}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>đã dùng {count} lần</source>
            <translation>
                <numerusform>used {count} time</numerusform>
                <numerusform>used {count} times</numerusform>
            </translation>
        </message>
        <message>
            <source>đã ghi danh vào khóa</source>
            <translation>enrolled in a course</translation>
        </message>
        <message>
            <source>đã ghi sự đồng ý</source>
            <translation>consent recorded</translation>
        </message>
        <message>
            <source>đã gộp với hồ sơ khác</source>
            <translation>merged with another record</translation>
        </message>
        <message>
            <source>đã gộp với hồ sơ {name}; hãy bỏ gộp trước</source>
            <translation>merged with the record of {name}; undo the merge first</translation>
        </message>
        <message numerus="yes">
            <source>đã gộp {count} hồ sơ</source>
            <translation>
                <numerusform>{count} record merged</numerusform>
                <numerusform>{count} records merged</numerusform>
            </translation>
        </message>
        <message>
            <source>đã hoàn tác</source>
            <translation>undone</translation>
        </message>
        <message>
            <source>đã hoàn tác lúc {when} ({who})</source>
            <translation>undone at {when} ({who})</translation>
        </message>
        <message numerus="yes">
            <source>đã học {done}/{sessions} buổi · {enrolled} học viên · đến {day}</source>
            <translation>
                <numerusform>{done}/{sessions} sessions held · {enrolled} participant · until {day}</numerusform>
                <numerusform>{done}/{sessions} sessions held · {enrolled} participants · until {day}</numerusform>
            </translation>
        </message>
        <message>
            <source>đã hủy: {reason}</source>
            <translation>void: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>đã nhận {people} học viên</source>
            <translation>
                <numerusform>{people} participant received</numerusform>
                <numerusform>{people} participants received</numerusform>
            </translation>
        </message>
        <message>
            <source>đã thêm</source>
            <translation>added</translation>
        </message>
        <message>
            <source>đã xác nhận là hai người khác nhau</source>
            <translation>confirmed as two different people</translation>
        </message>
        <message>
            <source>đã xác nhận là người khác với {name}</source>
            <translation>confirmed as a different person from {name}</translation>
        </message>
        <message>
            <source>đã xét hoàn thành</source>
            <translation>completion decided</translation>
        </message>
        <message>
            <source>đã điểm danh</source>
            <translation>checked in</translation>
        </message>
        <message>
            <source>đã được cấp giấy chứng nhận</source>
            <translation>certificate issued</translation>
        </message>
        <message>
            <source>đã được cấp thẻ</source>
            <translation>card issued</translation>
        </message>
        <message>
            <source>đã được sửa sau lần nhập</source>
            <translation>edited since the import</translation>
        </message>
        <message>
            <source>đã được đánh giá</source>
            <translation>assessed</translation>
        </message>
        <message>
            <source>đến hết {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>đến ngày</source>
            <translation>to</translation>
        </message>
        <message>
            <source>để lại</source>
            <translation>set aside</translation>
        </message>
        <message>
            <source>để sau</source>
            <translation>later</translation>
        </message>
        <message>
            <source>đổi</source>
            <translation>change</translation>
        </message>
        <message>
            <source>Ảnh thẻ QR gửi Zalo…</source>
            <translation>QR card pictures for Zalo…</translation>
        </message>
        <message>
            <source>Ẩn số căn cước</source>
            <translation>Hide identity number</translation>
        </message>
        <message>
            <source>Ở lại</source>
            <translation>Stay</translation>
        </message>
        <message numerus="yes">
            <source>ở {count} xã</source>
            <translation>
                <numerusform>in {count} commune</numerusform>
                <numerusform>in {count} communes</numerusform>
            </translation>
        </message>
        <message>
            <source>– (để trống)</source>
            <translation>– (empty)</translation>
        </message>
        <message>
            <source>“nt” = như dòng trên</source>
            <translation>“nt” = as in the row above</translation>
        </message>
        <message numerus="yes">
            <source>… và {count} dòng nữa</source>
            <translation>
                <numerusform>… and {count} more row</numerusform>
                <numerusform>… and {count} more rows</numerusform>
            </translation>
        </message>
        <message>
            <source>✓ có mặt   M muộn   P vắng có lý do   V vắng   – chưa học</source>
            <translation>✓ present   M late   P excused   V absent   – not held yet</translation>
        </message>
        <message>
            <source>✓ đã có mặt</source>
            <translation>✓ present</translation>
        </message>
    </context>
</TS>
